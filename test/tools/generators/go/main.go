// Makes every call of exchanges.json with the generated client; prints a line of JSON for each.
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"reflect"
	"strings"

	"csbs-tools-generated/csbs"
)

type exchange struct {
	ID             string                     `json:"id"`
	OperationID    string                     `json:"operationId"`
	PathParameters []string                   `json:"pathParameters"`
	Parameters     map[string]json.RawMessage `json:"parameters"`
	RequestSchema  string                     `json:"requestSchema"`
	Body           json.RawMessage            `json:"body"`
	Prefer         string                     `json:"prefer"`
}

func main() {
	text, err := os.ReadFile("exchanges.json")
	stopOn(err)
	var exchanges []exchange
	stopOn(json.Unmarshal(text, &exchanges))
	for _, one := range exchanges {
		status, body := one.call()
		stopOn(json.NewEncoder(os.Stdout).Encode(map[string]any{"id": one.ID, "status": status, "body": body}))
	}
}

// call finds the operation by its name and gives it what the exchange has.
func (one exchange) call() (int, any) {
	configuration := csbs.NewConfiguration()
	configuration.Servers = csbs.ServerConfigurations{{URL: os.Getenv("CSBS_ENDPOINT")}}
	configuration.AddDefaultHeader("X-Auth-Token", os.Getenv("OS_TOKEN"))
	configuration.AddDefaultHeader("Prefer", one.Prefer)

	operation := find(csbs.NewAPIClient(configuration), exported(one.OperationID))
	arguments := []reflect.Value{reflect.ValueOf(context.Background())}
	for _, name := range one.PathParameters {
		arguments = append(arguments, decode(one.Parameters[name], operation.Type().In(len(arguments))))
		delete(one.Parameters, name)
	}
	request := operation.Call(arguments)[0]
	for name, value := range one.Parameters {
		request = set(request, exported(name), value)
	}
	if one.RequestSchema != "" {
		request = set(request, one.RequestSchema, one.Body)
	}
	results := request.MethodByName("Execute").Call(nil)
	response := results[len(results)-2].Interface().(*http.Response)
	if err := results[len(results)-1].Interface(); err != nil {
		failure, ok := err.(*csbs.GenericOpenAPIError)
		if !ok || failure.Model() == nil {
			return 0, fmt.Sprint(err)
		}
		return response.StatusCode, failure.Model()
	}
	if len(results) == 2 {
		return response.StatusCode, nil
	}
	return response.StatusCode, results[0].Interface()
}

func find(client *csbs.APIClient, name string) reflect.Value {
	services := reflect.ValueOf(client).Elem()
	for i := range services.NumField() {
		if !services.Type().Field(i).IsExported() {
			continue
		}
		if method := services.Field(i).MethodByName(name); method.IsValid() {
			return method
		}
	}
	panic("no operation " + name)
}

func set(request reflect.Value, name string, value json.RawMessage) reflect.Value {
	setter := request.MethodByName(name)
	return setter.Call([]reflect.Value{decode(value, setter.Type().In(0))})[0]
}

func decode(value json.RawMessage, kind reflect.Type) reflect.Value {
	decoded := reflect.New(kind)
	err := json.Unmarshal(value, decoded.Interface())
	if err != nil && strings.Contains(err.Error(), "matches more than one schema in oneOf") {
		return variant(value, kind)
	}
	if err != nil {
		stopOn(fmt.Errorf("%s as %s: %w", value, kind, err))
	}
	return decoded.Elem()
}

// variant makes a choice of schemas as a program does, from one of them.
func variant(value json.RawMessage, kind reflect.Type) reflect.Value {
	choice := reflect.New(kind).Elem()
	choice.Field(0).Set(decode(value, kind.Field(0).Type.Elem()).Addr())
	return choice
}

// exported gives a name of the description as Go writes it: all_tenants is AllTenants.
func exported(name string) string {
	var parts []string
	for _, part := range strings.Split(name, "_") {
		parts = append(parts, strings.ToUpper(part[:1])+part[1:])
	}
	return strings.Join(parts, "")
}

func stopOn(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
