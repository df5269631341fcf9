// golangsdk, the SDK of the older Terraform providers for Huawei Cloud and Flexible Engine.
package main

import (
	"errors"
	"fmt"
	"strings"

	"csbs.example/sdks/steps"
	"github.com/huaweicloud/golangsdk"
	"github.com/huaweicloud/golangsdk/openstack"
	"github.com/huaweicloud/golangsdk/openstack/common/tags"
	"github.com/huaweicloud/golangsdk/openstack/csbs/v1/backup"
	"github.com/huaweicloud/golangsdk/openstack/csbs/v1/policies"
)

const (
	server  = "OS::Nova::Server"
	pattern = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nRRULE:FREQ=WEEKLY;BYDAY=TH;BYHOUR=12;BYMINUTE=27\r\n" +
		"END:VEVENT\r\nEND:VCALENDAR\r\n"
)

var (
	env  = steps.Env
	csbs *golangsdk.ServiceClient
	// A client that signs, and whose endpoint is given.
	signing *golangsdk.ServiceClient
)

func main() {
	var password, token, accessKey *golangsdk.ProviderClient
	steps.Run("sign in with password", func() (err error) {
		// An address without a version: the SDK asks for the versions first.
		password, err = openstack.AuthenticatedClient(golangsdk.AuthOptions{
			IdentityEndpoint: env("CSBS_ENDPOINT"),
			Username:         env("OS_USERNAME"),
			Password:         env("OS_PASSWORD"),
			DomainName:       env("OS_USER_DOMAIN_NAME"),
			TenantName:       env("OS_PROJECT_NAME"),
		})
		if err != nil {
			return err
		}
		return steps.Equal("project", password.ProjectID, env("OS_PROJECT_ID"))
	})
	steps.Run("sign in with token", func() (err error) {
		token, err = openstack.AuthenticatedClient(golangsdk.AuthOptions{
			IdentityEndpoint: env("OS_AUTH_URL"),
			TokenID:          password.TokenID,
			TenantID:         env("OS_PROJECT_ID"),
		})
		if err != nil {
			return err
		}
		return steps.Equal("project", token.ProjectID, env("OS_PROJECT_ID"))
	})
	steps.Run("sign with access key", func() (err error) {
		if accessKey, err = openstack.NewClient(env("OS_AUTH_URL")); err != nil {
			return err
		}
		err = openstack.Authenticate(accessKey, golangsdk.AKSKAuthOptions{
			IdentityEndpoint: env("OS_AUTH_URL"),
			AccessKey:        env("OS_ACCESS_KEY"),
			SecretKey:        env("OS_SECRET_KEY"),
			ProjectName:      env("OS_PROJECT_NAME"),
			Region:           env("OS_REGION_NAME"),
		})
		if err != nil {
			return err
		}
		signing, err = openstack.NewCSBSService(accessKey, golangsdk.EndpointOpts{Region: env("OS_REGION_NAME")})
		if err != nil {
			return err
		}
		signing.Endpoint = env("CSBS_ENDPOINT") + "/v1/" + accessKey.ProjectID + "/"
		backups, err := backup.List(signing, backup.ListOpts{ResourceType: server, Name: "thursdays"})
		if err != nil {
			return err
		}
		return steps.Equal("number", len(backups), 4)
	})
	steps.Run("find endpoint in catalog", func() (err error) {
		if _, err = openstack.NewCSBSService(token, golangsdk.EndpointOpts{Region: env("OS_REGION_NAME")}); err != nil {
			return err
		}
		csbs, err = openstack.NewCSBSService(password, golangsdk.EndpointOpts{Region: env("OS_REGION_NAME")})
		return err
	})
	reading()
	lifeCycle()
	policy()
	failures()
}

func reading() {
	available := steps.Number("CSBS_AVAILABLE_BACKUPS")
	steps.Run("list backups", func() error {
		backups, err := backup.List(csbs, backup.ListOpts{})
		if err != nil {
			return err
		}
		return steps.Equal("number", len(backups), steps.Number("CSBS_BACKUPS"))
	})
	steps.Run("list by status", func() error {
		backups, err := backup.List(csbs, backup.ListOpts{Status: "available", Sort: "created_at:desc"})
		if err != nil {
			return err
		}
		return steps.All(
			steps.Equal("number", len(backups), available),
			steps.Equal("first", backups[0].Id, env("CSBS_BACKUP_ID")),
		)
	})
	steps.Run("list in pages", func() error {
		backups, err := backup.List(csbs, backup.ListOpts{Status: "available", Limit: "2"})
		if err != nil {
			return err
		}
		return steps.Equal("number", len(backups), available)
	})
	steps.Run("get backup", func() error {
		found, err := backup.Get(csbs, env("CSBS_BACKUP_ID")).ExtractBackup()
		if err != nil {
			return err
		}
		return steps.All(
			steps.Equal("name", found.Name, "before-upgrade"),
			steps.Equal("status", found.Status, "available"),
			steps.Equal("record", found.CheckpointId, env("CSBS_CHECKPOINT_ID")),
			steps.Equal("server", found.ResourceId, env("CSBS_SERVER_ID")),
			steps.Equal("server's name", found.ExtendInfo.ResourceName, "db-01"),
			steps.Equal("progress", found.ExtendInfo.Progress, 100),
			steps.Equal("tags", fmt.Sprint(found.Tags), "[{department accounting}]"),
		)
	})
	steps.Run("get failed backup", func() error {
		found, err := backup.Get(csbs, env("CSBS_FAILED_BACKUP_ID")).ExtractBackup()
		if err != nil {
			return err
		}
		return steps.Equal("status", found.Status, "error")
	})
}

func lifeCycle() {
	id := env("CSBS_FREE_SERVER_ID")
	var record *backup.Checkpoint
	var made *backup.Backup
	steps.Run("check that server can be backed up", func() error {
		checked, err := backup.QueryResourceBackupCapability(csbs, backup.ResourceBackupCapOpts{
			CheckProtectable: []backup.ResourceCapQueryParams{{ResourceId: id, ResourceType: server}},
		}).ExtractQueryResponse()
		if err != nil {
			return err
		}
		return steps.All(
			steps.Equal("number", len(checked), 1),
			steps.Equal("server", checked[0].ResourceId, id),
			steps.Equal("result", checked[0].Result, true),
		)
	})
	steps.Run("create backup", func() (err error) {
		record, err = backup.Create(csbs, id, backup.CreateOpts{
			BackupName:   "by-golangsdk",
			Description:  "with é and 備份",
			ResourceType: server,
			Tags:         []backup.ResourceTag{{Key: "department", Value: "it"}},
		}).Extract()
		if err != nil {
			return err
		}
		return steps.Equal("server", record.ProtectionPlan.BackupResources[0].ID, id)
	})
	untilAvailable := func() error {
		return steps.Poll(func() (bool, error) {
			found, err := backup.Get(csbs, made.Id).ExtractBackup()
			if err != nil {
				return false, err
			}
			made = found
			return found.Status == "available", nil
		})
	}
	steps.Run("poll until available", func() error {
		found, err := backup.List(csbs, backup.ListOpts{CheckpointId: record.Id})
		if err != nil {
			return err
		}
		if err := steps.Equal("number", len(found), 1); err != nil {
			return err
		}
		made = &found[0]
		if err := untilAvailable(); err != nil {
			return err
		}
		return steps.All(
			steps.Equal("name", made.Name, "by-golangsdk"),
			steps.Equal("description", made.Description, "with é and 備份"),
			steps.Equal("tags", fmt.Sprint(made.Tags), "[{department it}]"),
		)
	})
	tagging(func() string { return made.Id })
	steps.Run("delete until gone", func() error {
		return steps.Poll(func() (bool, error) {
			found, err := backup.Get(csbs, made.Id).ExtractBackup()
			if err != nil {
				return true, notFound(err)
			}
			err = backup.Delete(csbs, record.Id).Err
			if errors.As(err, &golangsdk.ErrDefault400{}) {
				return false, nil
			}
			// The Terraform provider fails when a deletion is accepted in any other state.
			return false, steps.All(err, steps.Equal("status", found.Status, "available"))
		})
	})
}

// The tags of backups are signed, so that signatures of bodies are tried too.
func tagging(id func() string) {
	const kind = "csbs_backup"
	add := []tags.ResourceTag{{Key: "cost-center", Value: "4711"}}
	steps.Run("add tag to backup", func() error {
		return tags.Create(signing, kind, id(), add).Err
	})
	steps.Run("list tags of backup", func() error {
		found, err := tags.Get(signing, kind, id()).Extract()
		if err != nil {
			return err
		}
		return steps.Equal("tags", fmt.Sprint(found.Tags), "[{department it} {cost-center 4711}]")
	})
	steps.Run("delete tag of backup", func() error {
		if err := tags.Delete(signing, kind, id(), add).ExtractErr(); err != nil {
			return err
		}
		found, err := tags.Get(signing, kind, id()).Extract()
		if err != nil {
			return err
		}
		return steps.Equal("tags", fmt.Sprint(found.Tags), "[{department it}]")
	})
	steps.Run("list tags of project", func() error {
		found, err := tags.List(signing, kind).Extract()
		if err != nil {
			return err
		}
		return steps.Equal("tags", fmt.Sprint(found.Tags), "[{department [accounting it]}]")
	})
}

func policy() {
	var made *policies.BackupPolicy
	steps.Run("create policy", func() (err error) {
		made, err = policies.Create(csbs, policies.CreateOpts{
			Name:        "by-golangsdk",
			Description: "every Thursday",
			ProviderId:  backup.ProviderID,
			Parameters:  policies.PolicyParam{Common: map[string]any{}},
			Resources:   []policies.Resource{{Id: env("CSBS_FREE_SERVER_ID"), Type: server, Name: "web-9"}},
			ScheduledOperations: []policies.ScheduledOperation{{
				Name:                "weekly",
				Enabled:             true,
				OperationType:       "backup",
				OperationDefinition: policies.OperationDefinition{MaxBackups: 2, RetentionDurationDays: 30},
				Trigger:             policies.Trigger{Properties: policies.TriggerProperties{Pattern: pattern}},
			}},
			Tags: []policies.ResourceTag{{Key: "department", Value: "it"}},
		}).Extract()
		if err != nil {
			return err
		}
		return steps.Equal("name", made.Name, "by-golangsdk")
	})
	steps.Run("get policy", func() error {
		found, err := policies.Get(csbs, made.ID).Extract()
		if err != nil {
			return err
		}
		operation := found.ScheduledOperations[0]
		return steps.All(
			steps.Equal("description", found.Description, "every Thursday"),
			steps.Equal("provider", found.ProviderId, backup.ProviderID),
			steps.Equal("server", found.Resources[0].Id, env("CSBS_FREE_SERVER_ID")),
			steps.Equal("max_backups", operation.OperationDefinition.MaxBackups, 2),
			steps.Equal("days", operation.OperationDefinition.RetentionDurationDays, 30),
			steps.Equal("pattern", operation.Trigger.Properties.Pattern, pattern),
			steps.Equal("tags", fmt.Sprint(found.Tags), "[{department it}]"),
		)
	})
	steps.Run("list policies", func() error {
		found, err := policies.List(csbs, policies.ListOpts{})
		if err != nil {
			return err
		}
		return steps.Equal("number", len(found), 2)
	})
	steps.Run("update policy", func() error {
		operation := made.ScheduledOperations[0]
		if _, err := policies.Update(csbs, made.ID, policies.UpdateOpts{
			Name: "renamed",
			ScheduledOperations: []policies.ScheduledOperationToUpdate{{
				Id:                  operation.ID,
				Name:                operation.Name,
				Enabled:             operation.Enabled,
				OperationDefinition: policies.OperationDefinition{MaxBackups: 7},
				Trigger:             policies.Trigger{Properties: policies.TriggerProperties{Pattern: pattern}},
			}},
		}).Extract(); err != nil {
			return err
		}
		found, err := policies.Get(csbs, made.ID).Extract()
		if err != nil {
			return err
		}
		return steps.All(
			steps.Equal("name", found.Name, "renamed"),
			steps.Equal("max_backups", found.ScheduledOperations[0].OperationDefinition.MaxBackups, 7),
		)
	})
	steps.Run("delete policy", func() error {
		if err := policies.Delete(csbs, made.ID).Err; err != nil {
			return err
		}
		_, err := policies.Get(csbs, made.ID).Extract()
		return notFound(err)
	})
}

func failures() {
	steps.Run("typed error for wrong password", func() error {
		_, err := openstack.AuthenticatedClient(golangsdk.AuthOptions{
			IdentityEndpoint: env("OS_AUTH_URL"),
			Username:         env("OS_USERNAME"),
			Password:         "wrong",
			DomainName:       env("OS_USER_DOMAIN_NAME"),
			TenantID:         env("OS_PROJECT_ID"),
		})
		var unauthorized golangsdk.ErrDefault401
		if !errors.As(err, &unauthorized) {
			return fmt.Errorf("%v is no ErrDefault401", err)
		}
		return steps.Equal("status", unauthorized.Actual, 401)
	})
	steps.Run("typed error for unknown backup", func() error {
		_, err := backup.Get(csbs, env("CSBS_UNKNOWN_ID")).ExtractBackup()
		return notFound(err)
	})
	steps.Run("typed error for wrong filter", func() error {
		_, err := backup.List(csbs, backup.ListOpts{Sort: "color:up"})
		var badRequest golangsdk.ErrDefault400
		if !errors.As(err, &badRequest) {
			return fmt.Errorf("%v is no ErrDefault400", err)
		}
		return steps.Equal("body has the code", strings.Contains(string(badRequest.Body), env("CSBS_INVALID_CODE")), true)
	})
}

// notFound is nil for the SDK's type of error for 404.
func notFound(err error) error {
	var missing golangsdk.ErrDefault404
	if !errors.As(err, &missing) {
		return fmt.Errorf("%v is no ErrDefault404", err)
	}
	return steps.Equal("status", missing.Actual, 404)
}
