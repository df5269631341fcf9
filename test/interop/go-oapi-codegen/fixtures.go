package main

import (
	"context"
	"encoding/json"
	"fmt"
	"log"
	"net/http"
	"os"
	"reflect"
	"regexp"
	"strings"

	"example.com/interop/csbs"
)

type fixture struct {
	ID          string `json:"id"`
	Kind        string `json:"kind"`
	OperationID string `json:"operationId"`
	Prefer      string `json:"prefer"`
	Request     struct {
		PathTemplate string                     `json:"pathTemplate"`
		Parameters   map[string]json.RawMessage `json:"parameters"`
		Body         json.RawMessage            `json:"body"`
	} `json:"request"`
}

var placeholder = regexp.MustCompile(`\{(\w+)\}`)

// runFixtures sends every request of the fixtures by the generated client and prints what it read of
// the answer. Methods and types are found by reflection, so that a new operation is there already.
func runFixtures(client *csbs.ClientWithResponses) {
	var fixtures struct{ Cases []fixture }
	check(json.Unmarshal(must(os.ReadFile("fixtures.json")), &fixtures))
	for _, one := range fixtures.Cases {
		if one.Kind == "refusal" {
			continue
		}
		method := reflect.ValueOf(client).MethodByName(strings.ToUpper(one.OperationID[:1]) + one.OperationID[1:] + "WithResponse")
		result := method.Call(arguments(one, method.Type()))
		if err, failed := result[1].Interface().(error); failed {
			log.Fatal(one.ID, ": ", err)
		}
		print(one, result[0])
	}
}

// arguments builds what a method takes: a context, the path's parameters in order, those of the query
// in one struct, the body, and a function that adds a header.
func arguments(one fixture, method reflect.Type) []reflect.Value {
	inPath := placeholder.FindAllStringSubmatch(one.Request.PathTemplate, -1)
	made := []reflect.Value{reflect.ValueOf(context.Background())}
	for index := 1; index < method.NumIn()-1; index++ {
		value := reflect.New(method.In(index))
		switch {
		case index <= len(inPath):
			check(json.Unmarshal(one.Request.Parameters[inPath[index-1][1]], value.Interface()))
		case method.In(index).Kind() == reflect.Pointer:
			check(json.Unmarshal(must(json.Marshal(one.Request.Parameters)), value.Interface()))
		default:
			check(json.Unmarshal(one.Request.Body, value.Interface()))
		}
		made = append(made, value.Elem())
	}
	prefer := csbs.RequestEditorFn(func(_ context.Context, request *http.Request) error {
		if one.Prefer != "" {
			request.Header.Set("Prefer", one.Prefer)
		}
		return nil
	})
	return append(made, reflect.ValueOf(prefer))
}

func print(one fixture, response reflect.Value) {
	status := int(response.MethodByName("StatusCode").Call(nil)[0].Int())
	read := fields{"id": one.ID, "status": status}
	body := response.Elem().FieldByName(fmt.Sprint("JSON", status))
	if !body.IsValid() {
		body = response.Elem().FieldByName("JSONDefault")
	}
	if body.IsValid() && !body.IsNil() {
		if failure, failed := body.Interface().(*csbs.ErrorBody); failed {
			read["code"] = failure.ErrorCode
		} else {
			read["body"] = body.Interface()
		}
	}
	check(json.NewEncoder(os.Stdout).Encode(read))
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
