// Package steps prints what happened in each step of a program, a line of JSON each.
package steps

import (
	"encoding/json"
	"fmt"
	"os"
	"strconv"
	"time"
)

type line struct {
	Step string `json:"step"`
	OK   bool   `json:"ok"`
	Note string `json:"note,omitempty"`
}

// Run runs a step and prints its line; whatever it returns or panics with becomes the note.
func Run(name string, step func() error) {
	printed := line{Step: name}
	if err := guarded(step); err != nil {
		printed.Note = err.Error()
	} else {
		printed.OK = true
	}
	if err := json.NewEncoder(os.Stdout).Encode(printed); err != nil {
		panic(err)
	}
}

func guarded(step func() error) (err error) {
	defer func() {
		if reason := recover(); reason != nil {
			err = fmt.Errorf("panic: %v", reason)
		}
	}()
	return step()
}

// Equal is an error unless both values are equal.
func Equal[Value comparable](what string, got, wanted Value) error {
	if got == wanted {
		return nil
	}
	return fmt.Errorf("%s is %v instead of %v", what, got, wanted)
}

// All is the first error of several.
func All(checks ...error) error {
	for _, err := range checks {
		if err != nil {
			return err
		}
	}
	return nil
}

// Poll calls until it is told that it is done, at most 100 times.
func Poll(check func() (done bool, err error)) error {
	for try := 0; try < 100; try++ {
		done, err := check()
		if done || err != nil {
			return err
		}
		time.Sleep(20 * time.Millisecond)
	}
	return fmt.Errorf("not done after 100 requests")
}

// Env is a variable of the environment, which must be there.
func Env(name string) string {
	value := os.Getenv(name)
	if value == "" {
		panic(name + " is not set")
	}
	return value
}

// Number is a variable of the environment that is a number.
func Number(name string) int {
	number, err := strconv.Atoi(Env(name))
	if err != nil {
		panic(err)
	}
	return number
}
