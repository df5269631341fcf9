// Validates a description and exchanges with two libraries. Arguments: the library, the file of the
// description and that of the exchanges. Prints a line of JSON for each finding.
package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/getkin/kin-openapi/openapi3filter"
	"github.com/getkin/kin-openapi/routers/gorillamux"
	"github.com/pb33f/libopenapi"
	validator "github.com/pb33f/libopenapi-validator"
)

type exchange struct {
	Name     string            `json:"name"`
	Accepted bool              `json:"accepted"`
	Method   string            `json:"method"`
	Target   string            `json:"target"`
	Headers  map[string]string `json:"headers"`
	Body     *string           `json:"body"`
	Response *response         `json:"response"`
}

type response struct {
	Status int               `json:"status"`
	Header map[string]string `json:"headers"`
	Body   json.RawMessage   `json:"body"`
}

// judge tells what is wrong with a request, and with its response where there is one.
type judge func(request *http.Request, response *http.Response) (requestFault, responseFault error)

func main() {
	library, file := os.Args[1], os.Args[2]
	text, err := os.ReadFile(file)
	stopOn(err)
	var judgeOne judge
	switch library {
	case "kin-openapi":
		judgeOne = kin(text)
	case "libopenapi-validator":
		judgeOne = pb33f(text)
	}
	text, err = os.ReadFile(os.Args[3])
	stopOn(err)
	var exchanges []exchange
	stopOn(json.Unmarshal(text, &exchanges))
	for _, one := range exchanges {
		requestFault, responseFault := judgeOne(one.request(), one.response())
		if (requestFault == nil) != one.Accepted {
			report(one.Name, "request", requestFault)
		}
		if responseFault != nil {
			report(one.Name, "response", responseFault)
		}
	}
	report("exchanges", fmt.Sprint(len(exchanges)), nil)
}

func kin(text []byte) judge {
	document, err := openapi3.NewLoader().LoadFromData(text)
	if err != nil {
		report("document", "load", err)
		os.Exit(0)
	}
	if err := document.Validate(context.Background(), openapi3.EnableExamplesValidation()); err != nil {
		report("document", "validate", err)
	}
	document.Servers = nil
	router, err := gorillamux.NewRouter(document)
	stopOn(err)
	options := &openapi3filter.Options{
		MultiError: true,
		AuthenticationFunc: func(_ context.Context, input *openapi3filter.AuthenticationInput) error {
			if input.RequestValidationInput.Request.Header.Get(input.SecurityScheme.Name) == "" {
				return fmt.Errorf("no %s", input.SecurityScheme.Name)
			}
			return nil
		},
	}
	return func(request *http.Request, response *http.Response) (error, error) {
		route, values, err := router.FindRoute(request)
		if err != nil {
			return err, nil
		}
		input := &openapi3filter.RequestValidationInput{
			Request: request, PathParams: values, Route: route, Options: options,
		}
		requestFault := openapi3filter.ValidateRequest(context.Background(), input)
		if response == nil {
			return requestFault, nil
		}
		return requestFault, openapi3filter.ValidateResponse(context.Background(), &openapi3filter.ResponseValidationInput{
			RequestValidationInput: input,
			Status:                 response.StatusCode,
			Header:                 response.Header,
			Body:                   response.Body,
			Options:                options,
		})
	}
}

func pb33f(text []byte) judge {
	document, err := libopenapi.NewDocument(text)
	stopOn(err)
	v, faults := validator.NewValidator(document)
	if len(faults) > 0 {
		report("document", "load", fmt.Errorf("%v", faults))
		os.Exit(0)
	}
	if ok, faults := v.ValidateDocument(); !ok {
		report("document", "validate", joined(faults))
	}
	return func(request *http.Request, response *http.Response) (error, error) {
		var requestFault, responseFault error
		if ok, faults := v.ValidateHttpRequestSync(request); !ok {
			requestFault = joined(faults)
		}
		if response != nil {
			if ok, faults := v.ValidateHttpResponse(request, response); !ok {
				responseFault = joined(faults)
			}
		}
		return requestFault, responseFault
	}
}

func (one exchange) request() *http.Request {
	var body io.Reader
	if one.Body != nil {
		body = strings.NewReader(*one.Body)
	}
	request, err := http.NewRequest(one.Method, "http://csbs.example.com"+one.Target, body)
	stopOn(err)
	for name, value := range one.Headers {
		request.Header.Set(name, value)
	}
	return request
}

func (one exchange) response() *http.Response {
	if one.Response == nil {
		return nil
	}
	header := http.Header{}
	for name, value := range one.Response.Header {
		header.Set(name, value)
	}
	return &http.Response{
		StatusCode: one.Response.Status,
		Header:     header,
		Body:       io.NopCloser(bytes.NewReader(one.Response.Body)),
	}
}

func joined[Fault error](faults []Fault) error {
	var texts []string
	for _, fault := range faults {
		texts = append(texts, fault.Error())
	}
	return fmt.Errorf("%s", strings.Join(texts, "; "))
}

func report(name, about string, fault error) {
	message := ""
	if fault != nil {
		message = fault.Error()
	}
	json.NewEncoder(os.Stdout).Encode(map[string]string{"name": name, "about": about, "message": message})
}

func stopOn(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

