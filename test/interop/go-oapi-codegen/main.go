// Talks to the service by the generated client and prints a line of JSON for each exchange.
package main

import (
	"context"
	"encoding/json"
	"log"
	"net/http"
	"os"

	"example.com/interop/csbs"
)

const schedule = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nRRULE:FREQ=DAILY;BYHOUR=2;BYMINUTE=30\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"

type fields map[string]any

func main() {
	background := context.Background()
	project := os.Getenv("OS_PROJECT_ID")
	backupID := os.Getenv("CSBS_BACKUP_ID")
	serverID := os.Getenv("CSBS_SERVER_ID")
	client := clientWith(os.Getenv("OS_TOKEN"))
	if len(os.Args) > 1 && os.Args[1] == "fixtures" {
		runFixtures(client)
		return
	}

	count := must(client.CountBackupsWithResponse(background, project, nil))
	say("count", fields{"count": count.JSON200.Count})

	count = must(client.CountBackupsWithResponse(background, project, &csbs.CountBackupsParams{Status: new(csbs.BackupStatusError)}))
	say("count by status", fields{"count": count.JSON200.Count})

	count = must(client.CountBackupsWithResponse(background, project, &csbs.CountBackupsParams{
		ResourceType: &csbs.ResourceTypeFilter{"OS::Nova::Server", "OS::Ironic::BareMetalServer"},
		StartTime:    new("2026-11-17T04:20:37"),
	}))
	say("count of two types since", fields{"count": count.JSON200.Count})

	page := must(client.ListBackupsWithResponse(background, project, &csbs.ListBackupsParams{
		Limit: new(2),
		Sort:  new("created_at:desc"),
	}))
	backups := []fields{}
	for _, item := range page.JSON200.CheckpointItems {
		backups = append(backups, fields{"id": item.Id, "status": item.Status, "failure": item.ExtendInfo.FailReason})
	}
	say("list backups", fields{"backups": backups})

	backup := must(client.GetBackupWithResponse(background, project, backupID)).JSON200.CheckpointItem
	disks := [][]any{}
	for _, disk := range *backup.ExtendInfo.VolumeBackups {
		disks = append(disks, []any{disk.SourceVolumeName, disk.Size})
	}
	say("get backup", fields{
		"name":       backup.Name,
		"created_at": backup.CreatedAt,
		"tag":        (*backup.Tags)[0].Value,
		"size":       backup.ExtendInfo.Size,
		"speed":      backup.ExtendInfo.AverageSpeed,
		"progress":   backup.ExtendInfo.Progress,
		"disks":      disks,
		"vcpus":      backup.BackupData.Vcpus,
	})

	started := must(client.CreateBackupWithResponse(background, project, csbs.ProviderIdFc4d575022e747988a46F48f62c4c1da, serverID, csbs.CreateBackupRequest{
		Protect: csbs.BackupOptions{
			BackupName:  new("before-upgrade"),
			Description: new("before the upgrade to 2.2.1"),
			Tags:        &[]csbs.TagInput{{Key: "department", Value: "accounting"}},
		},
	}))
	record := started.JSON200.Checkpoint
	say("create backup", fields{"id": record.Id, "status": record.Status, "plan": record.ProtectionPlan.Name})

	created := must(client.CreatePolicyWithResponse(background, project, csbs.CreatePolicyRequest{
		Policy: csbs.PolicyInput{
			Name:       "nightly",
			ProviderId: csbs.PolicyInputProviderIdFc4d575022e747988a46F48f62c4c1da,
			Resources:  []csbs.PolicyResource{{Id: serverID, Type: "OS::Nova::Server", Name: "db-01"}},
			ScheduledOperations: []csbs.ScheduledOperationInput{{
				Enabled:       true,
				OperationType: csbs.OperationTypeBackup,
				OperationDefinition: csbs.RetentionRules{
					MaxBackups: new(20),
					DayBackups: new(7),
					Timezone:   new("UTC+01:00"),
				},
				Trigger: csbs.TriggerInput{Properties: csbs.TriggerPropertiesInput{Pattern: schedule}},
			}},
		},
	}))
	operation := (*created.JSON200.Policy.ScheduledOperations)[0]
	say("create policy", fields{
		"id":          created.JSON200.Policy.Id,
		"enabled":     operation.Enabled,
		"max_backups": operation.OperationDefinition.MaxBackups,
		"pattern":     operation.Trigger.Properties.Pattern,
	})

	count = must(client.CountBackupsWithResponse(background, project, &csbs.CountBackupsParams{StartTime: new("yesterday")}))
	sayError("wrong request", count.StatusCode(), count.JSON400)

	count = must(clientWith(os.Getenv("CSBS_EXPIRED_TOKEN")).CountBackupsWithResponse(background, project, nil))
	sayError("expired token", count.StatusCode(), count.JSON401)

	missing := must(client.GetBackupWithResponse(background, project, os.Getenv("CSBS_UNKNOWN_BACKUP_ID")))
	sayError("unknown backup", missing.StatusCode(), missing.JSON404)
}

func clientWith(token string) *csbs.ClientWithResponses {
	addToken := func(_ context.Context, request *http.Request) error {
		request.Header.Set("X-Auth-Token", token)
		return nil
	}
	return must(csbs.NewClientWithResponses(os.Getenv("CSBS_ENDPOINT"), csbs.WithRequestEditorFn(addToken)))
}

func say(exchange string, read fields) {
	read["exchange"] = exchange
	if err := json.NewEncoder(os.Stdout).Encode(read); err != nil {
		log.Fatal(err)
	}
}

func sayError(exchange string, status int, body *csbs.ErrorBody) {
	say(exchange, fields{"status": status, "code": body.ErrorCode})
}

func must[Value any](value Value, err error) Value {
	if err != nil {
		log.Fatal(err)
	}
	return value
}
