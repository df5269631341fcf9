// The core of huaweicloud-sdk-go-v3 signs and sends; it has no CSBS, so that the requests are defined
// here, as its own services define theirs.
package main

import (
	"errors"
	"net/http"
	"reflect"

	"csbs.example/sdks/steps"
	"github.com/huaweicloud/huaweicloud-sdk-go-v3/core"
	"github.com/huaweicloud/huaweicloud-sdk-go-v3/core/auth/basic"
	"github.com/huaweicloud/huaweicloud-sdk-go-v3/core/def"
	"github.com/huaweicloud/huaweicloud-sdk-go-v3/core/region"
	"github.com/huaweicloud/huaweicloud-sdk-go-v3/core/sdkerr"
)

const provider = "fc4d5750-22e7-4798-8a46-f48f62c4c1da"

type request struct {
	ID       string    `json:"id"`
	Status   *string   `json:"status,omitempty"`
	Limit    *int32    `json:"limit,omitempty"`
	Marker   *string   `json:"marker,omitempty"`
	Sort     *string   `json:"sort,omitempty"`
	Start    *string   `json:"start_time,omitempty"`
	Types    *[]string `json:"resource_type,omitempty"`
	Provider string    `json:"provider_id"`
	Body     any       `json:"body,omitempty"`
}

type counted struct {
	Count          int `json:"count"`
	HttpStatusCode int `json:"-"`
}

type backup struct {
	ID           string `json:"id"`
	CheckpointID string `json:"checkpoint_id"`
	Name         string `json:"name"`
	Status       string `json:"status"`
	ExtendInfo   struct {
		ResourceName string `json:"resource_name"`
		FailCode     struct {
			Code        int    `json:"Code"`
			Description string `json:"Description"`
		} `json:"fail_code"`
	} `json:"extend_info"`
}

type listed struct {
	Backups        []backup `json:"checkpoint_items"`
	HttpStatusCode int      `json:"-"`
}

type found struct {
	Backup         backup `json:"checkpoint_item"`
	HttpStatusCode int    `json:"-"`
}

type created struct {
	Checkpoint struct {
		ID     string `json:"id"`
		Status string `json:"status"`
	} `json:"checkpoint"`
	HttpStatusCode int `json:"-"`
}

type quotas struct {
	Quotas struct {
		Resources []struct {
			Type string `json:"type"`
			Used int    `json:"used"`
		} `json:"resources"`
	} `json:"quotas"`
	HttpStatusCode int `json:"-"`
}

type empty struct {
	HttpStatusCode int `json:"-"`
}

type client struct{ *core.HcHttpClient }

// call sends a request; fields of it that the path or the query does not name are not sent.
func call[Response any](c client, method, path string, sent request, query ...string) (*Response, error) {
	builder := def.NewHttpRequestDefBuilder().
		WithMethod(method).
		WithPath("/v1/{project_id}" + path).
		WithResponse(new(Response)).
		WithContentType("application/json").
		WithRequestField(def.NewFieldDef().WithName("ID").WithJsonTag("id").WithLocationType(def.Path)).
		WithRequestField(def.NewFieldDef().WithName("Provider").WithJsonTag("provider_id").WithLocationType(def.Path))
	for _, name := range query {
		field, _ := reflect.TypeOf(sent).FieldByName(name)
		tag := field.Tag.Get("json")
		builder.WithRequestField(
			def.NewFieldDef().WithName(name).WithJsonTag(tag[:len(tag)-len(",omitempty")]).WithLocationType(def.Query))
	}
	if sent.Body != nil {
		builder.WithRequestField(def.NewFieldDef().WithName("Body").WithLocationType(def.Body))
	}
	sent.Provider = provider
	response, err := c.Sync(&sent, builder.Build())
	if err != nil {
		return nil, err
	}
	return response.(*Response), nil
}

func pointer[Value any](value Value) *Value { return &value }

func refused(err error, status int, code string) error {
	var service *sdkerr.ServiceResponseError
	if !errors.As(err, &service) {
		return errors.New("not a ServiceResponseError: " + errorText(err))
	}
	return steps.All(
		steps.Equal("status", service.StatusCode, status),
		steps.Equal("code", service.ErrorCode, code),
	)
}

func errorText(err error) string {
	if err == nil {
		return "no error"
	}
	return err.Error()
}

func main() {
	var c client
	steps.Run("sign with access key", func() error {
		// The project's ID is not given: the SDK asks IAM for the project that is called like the region.
		credentials, err := basic.NewCredentialsBuilder().
			WithAk(steps.Env("OS_ACCESS_KEY")).
			WithSk(steps.Env("OS_SECRET_KEY")).
			WithIamEndpointOverride(steps.Env("CSBS_ENDPOINT")).
			SafeBuild()
		if err != nil {
			return err
		}
		here := region.NewRegion(steps.Env("OS_REGION_NAME"), steps.Env("CSBS_ENDPOINT"))
		built, err := core.NewHcHttpClientBuilder().WithRegion(here).WithCredential(credentials).SafeBuild()
		if err != nil {
			return err
		}
		c = client{built}
		return steps.Equal("project", credentials.ProjectId, steps.Env("OS_PROJECT_ID"))
	})
	steps.Run("count", func() error {
		result, err := call[counted](c, http.MethodGet, "/checkpoint_items/count", request{})
		if err != nil {
			return err
		}
		return steps.Equal("count", result.Count, steps.Number("CSBS_BACKUPS"))
	})
	steps.Run("count by status", func() error {
		types := []string{"OS::Nova::Server", "OS::Ironic::BareMetalServer"}
		sent := request{Status: pointer("available"), Types: &types}
		result, err := call[counted](c, http.MethodGet, "/checkpoint_items/count", sent, "Status", "Types")
		if err != nil {
			return err
		}
		return steps.Equal("count", result.Count, steps.Number("CSBS_AVAILABLE_BACKUPS"))
	})
	steps.Run("list backups", func() error {
		result, err := call[listed](c, http.MethodGet, "/checkpoint_items", request{})
		if err != nil {
			return err
		}
		return steps.Equal("number", len(result.Backups), steps.Number("CSBS_BACKUPS"))
	})
	steps.Run("list by status", func() error {
		sent := request{Status: pointer("available"), Limit: pointer(int32(50)), Sort: pointer("created_at:desc")}
		result, err := call[listed](c, http.MethodGet, "/checkpoint_items", sent, "Status", "Limit", "Sort")
		if err != nil {
			return err
		}
		return steps.All(
			steps.Equal("number", len(result.Backups), steps.Number("CSBS_AVAILABLE_BACKUPS")),
			steps.Equal("first", result.Backups[0].ID, steps.Env("CSBS_BACKUP_ID")),
		)
	})
	steps.Run("list in pages", func() error {
		seen := map[string]bool{}
		sent, query := request{Limit: pointer(int32(4))}, []string{"Limit"}
		err := steps.Poll(func() (bool, error) {
			result, err := call[listed](c, http.MethodGet, "/checkpoint_items", sent, query...)
			if err != nil || len(result.Backups) == 0 {
				return true, err
			}
			for _, one := range result.Backups {
				seen[one.ID] = true
				sent.Marker = pointer(one.ID)
			}
			query = []string{"Limit", "Marker"}
			return false, nil
		})
		return steps.All(err, steps.Equal("number", len(seen), steps.Number("CSBS_BACKUPS")))
	})
	steps.Run("get backup", func() error {
		result, err := call[found](c, http.MethodGet, "/checkpoint_items/{id}", request{ID: steps.Env("CSBS_BACKUP_ID")})
		if err != nil {
			return err
		}
		return steps.All(
			steps.Equal("name", result.Backup.Name, "before-upgrade"),
			steps.Equal("status", result.Backup.Status, "available"),
			steps.Equal("server", result.Backup.ExtendInfo.ResourceName, "db-01"),
		)
	})
	steps.Run("get failed backup", func() error {
		sent := request{ID: steps.Env("CSBS_FAILED_BACKUP_ID")}
		result, err := call[found](c, http.MethodGet, "/checkpoint_items/{id}", sent)
		if err != nil {
			return err
		}
		if result.Backup.ExtendInfo.FailCode.Code == 0 {
			return errors.New("no fail_code")
		}
		return steps.Equal("status", result.Backup.Status, "error")
	})
	steps.Run("get quotas", func() error {
		result, err := call[quotas](c, http.MethodGet, "/quotas", request{})
		if err != nil {
			return err
		}
		if len(result.Quotas.Resources) == 0 {
			return errors.New("no quotas")
		}
		return nil
	})
	var checkpointID string
	steps.Run("create backup", func() error {
		body := map[string]any{"protect": map[string]any{"backup_name": "by-core", "description": "with é and 備份"}}
		sent := request{ID: steps.Env("CSBS_FREE_SERVER_ID"), Body: body}
		result, err := call[created](c, http.MethodPost, "/providers/{provider_id}/resources/{id}/action", sent)
		if err != nil {
			return err
		}
		checkpointID = result.Checkpoint.ID
		return nil
	})
	var backupID string
	steps.Run("poll until available", func() error {
		return steps.Poll(func() (bool, error) {
			result, err := call[listed](c, http.MethodGet, "/checkpoint_items", request{})
			if err != nil {
				return false, err
			}
			for _, one := range result.Backups {
				if one.CheckpointID == checkpointID {
					backupID = one.ID
				}
			}
			one, err := call[found](c, http.MethodGet, "/checkpoint_items/{id}", request{ID: backupID})
			if err != nil {
				return false, err
			}
			return one.Backup.Status == "available", nil
		})
	})
	steps.Run("delete until gone", func() error {
		return steps.Poll(func() (bool, error) {
			_, err := call[found](c, http.MethodGet, "/checkpoint_items/{id}", request{ID: backupID})
			if err != nil {
				return true, refused(err, 404, steps.Env("CSBS_NOT_FOUND_CODE"))
			}
			_, err = call[empty](c, http.MethodDelete, "/providers/{provider_id}/checkpoints/{id}", request{ID: checkpointID})
			var service *sdkerr.ServiceResponseError
			if errors.As(err, &service) && service.StatusCode < 500 {
				err = nil
			}
			return false, err
		})
	})
	steps.Run("typed error for unknown backup", func() error {
		_, err := call[found](c, http.MethodGet, "/checkpoint_items/{id}", request{ID: steps.Env("CSBS_UNKNOWN_ID")})
		return refused(err, 404, steps.Env("CSBS_NOT_FOUND_CODE"))
	})
	steps.Run("typed error for wrong filter", func() error {
		_, err := call[listed](c, http.MethodGet, "/checkpoint_items", request{Start: pointer("yesterday")}, "Start")
		return refused(err, 400, steps.Env("CSBS_INVALID_CODE"))
	})
}
