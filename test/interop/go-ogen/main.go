// Talks to the service by the generated client and prints a line of JSON for each exchange.
package main

import (
	"context"
	"encoding/json"
	"log"
	"os"

	"example.com/interop/csbs"
	"github.com/ogen-go/ogen/ogenerrors"
)

const schedule = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nRRULE:FREQ=DAILY;BYHOUR=2;BYMINUTE=30\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"

type fields map[string]any

func main() {
	background := context.Background()
	project := os.Getenv("OS_PROJECT_ID")
	backupID := os.Getenv("CSBS_BACKUP_ID")
	serverID := os.Getenv("CSBS_SERVER_ID")
	client := clientWith(os.Getenv("OS_TOKEN"))

	count := must(client.CountBackups(background, csbs.CountBackupsParams{ProjectID: project}))
	say("count", fields{"count": count.(*csbs.BackupCount).Count})

	count = must(client.CountBackups(background, csbs.CountBackupsParams{
		ProjectID: project,
		Status:    csbs.NewOptBackupStatus(csbs.BackupStatusError),
	}))
	say("count by status", fields{"count": count.(*csbs.BackupCount).Count})

	count = must(client.CountBackups(background, csbs.CountBackupsParams{
		ProjectID:    project,
		ResourceType: []csbs.ResourceType{"OS::Nova::Server", "OS::Ironic::BareMetalServer"},
		StartTime:    csbs.NewOptTimestamp("2026-11-17T04:20:37"),
	}))
	say("count of two types since", fields{"count": count.(*csbs.BackupCount).Count})

	page := must(client.ListBackups(background, csbs.ListBackupsParams{
		ProjectID: project,
		Limit:     csbs.NewOptInt(2),
		Sort:      csbs.NewOptString("created_at:desc"),
	})).(*csbs.BackupList)
	backups := []fields{}
	for _, item := range page.CheckpointItems {
		backups = append(backups, fields{"id": item.ID, "status": item.Status, "failure": item.ExtendInfo.FailReason.Value})
	}
	say("list backups", fields{"backups": backups})

	backup := must(client.GetBackup(background, csbs.GetBackupParams{
		ProjectID:        project,
		CheckpointItemID: backupID,
	})).(*csbs.BackupEnvelope).CheckpointItem
	disks := [][]any{}
	for _, disk := range backup.ExtendInfo.VolumeBackups {
		disks = append(disks, []any{disk.SourceVolumeName.Value, disk.Size.Value})
	}
	say("get backup", fields{
		"name":       backup.Name.Value,
		"created_at": backup.CreatedAt.Value,
		"tag":        backup.Tags.Value[0].Value,
		"size":       backup.ExtendInfo.Size.Value,
		"speed":      backup.ExtendInfo.AverageSpeed.Value,
		"progress":   backup.ExtendInfo.Progress.Value,
		"disks":      disks,
		"vcpus":      json.RawMessage(backup.BackupData.Value.Vcpus),
	})

	order := csbs.CreateBackupRequest{Protect: csbs.BackupOptions{
		BackupName:  csbs.NewOptString("before-upgrade"),
		Description: csbs.NewOptString("before the upgrade to 2.2.1"),
		Tags:        []csbs.TagInput{{Key: "department", Value: "accounting"}},
	}}
	record := must(client.CreateBackup(background, &order, csbs.CreateBackupParams{
		ProjectID:  project,
		ProviderID: csbs.ProviderIdFc4d575022e747988a46F48f62c4c1da,
		ResourceID: serverID,
	})).(*csbs.CheckpointEnvelope).Checkpoint
	say("create backup", fields{"id": record.ID, "status": record.Status, "plan": record.ProtectionPlan.Value.Name.Value})

	plan := csbs.CreatePolicyRequest{Policy: csbs.PolicyInput{
		Name:       "nightly",
		ProviderID: csbs.PolicyInputProviderIDFc4d575022e747988a46F48f62c4c1da,
		Resources:  []csbs.PolicyResource{{ID: serverID, Type: "OS::Nova::Server", Name: "db-01"}},
		ScheduledOperations: []csbs.ScheduledOperationInput{{
			Enabled:       true,
			OperationType: csbs.OperationTypeBackup,
			OperationDefinition: csbs.RetentionRules{
				MaxBackups: csbs.NewOptInt(20),
				DayBackups: csbs.NewOptInt(7),
				Timezone:   csbs.NewOptString("UTC+01:00"),
			},
			Trigger: csbs.TriggerInput{Properties: csbs.TriggerPropertiesInput{Pattern: schedule}},
		}},
	}}
	policy := must(client.CreatePolicy(background, &plan, csbs.CreatePolicyParams{ProjectID: project})).(*csbs.PolicyEnvelope).Policy
	operation := policy.ScheduledOperations[0]
	say("create policy", fields{
		"id":          policy.ID,
		"enabled":     json.RawMessage(operation.Enabled),
		"max_backups": json.RawMessage(operation.OperationDefinition.Value.MaxBackups),
		"pattern":     operation.Trigger.Value.Properties.Pattern,
	})

	count = must(client.CountBackups(background, csbs.CountBackupsParams{
		ProjectID: project,
		StartTime: csbs.NewOptTimestamp("yesterday"),
	}))
	say("wrong request", fields{"status": 400, "code": count.(*csbs.CountBackupsBadRequest).ErrorCode.Value})

	count = must(clientWith(os.Getenv("CSBS_EXPIRED_TOKEN")).CountBackups(background, csbs.CountBackupsParams{ProjectID: project}))
	say("expired token", fields{"status": 401, "code": count.(*csbs.CountBackupsUnauthorized).ErrorCode.Value})

	missing := must(client.GetBackup(background, csbs.GetBackupParams{
		ProjectID:        project,
		CheckpointItemID: os.Getenv("CSBS_UNKNOWN_BACKUP_ID"),
	}))
	say("unknown backup", fields{"status": 404, "code": missing.(*csbs.GetBackupNotFound).ErrorCode.Value})
}

// token signs by token and not by access key.
type token string

func (value token) TokenAuth(context.Context, csbs.OperationName) (csbs.TokenAuth, error) {
	return csbs.TokenAuth{APIKey: string(value)}, nil
}

func (token) AccessKeyAuth(context.Context, csbs.OperationName) (csbs.AccessKeyAuth, error) {
	return csbs.AccessKeyAuth{}, ogenerrors.ErrSkipClientSecurity
}

func clientWith(value string) *csbs.Client {
	return must(csbs.NewClient(os.Getenv("CSBS_ENDPOINT"), token(value)))
}

func say(exchange string, read fields) {
	read["exchange"] = exchange
	if err := json.NewEncoder(os.Stdout).Encode(read); err != nil {
		log.Fatal(err)
	}
}

func must[Value any](value Value, err error) Value {
	if err != nil {
		log.Fatal(err)
	}
	return value
}
