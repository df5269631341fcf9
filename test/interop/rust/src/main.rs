//! Talks to the service by the generated client and prints a line of JSON for each exchange.

use csbs::apis::backups_api::{count_backups, create_backup, get_backup, list_backups};
use csbs::apis::configuration::Configuration;
use csbs::apis::policies_api::create_policy;
use csbs::apis::{Error, ResponseContent};
use csbs::models;
use reqwest::header::{HeaderMap, HeaderValue};
use serde_json::{Value, json};
use std::env::var;
use std::fmt::Debug;

const PROVIDER: &str = "fc4d5750-22e7-4798-8a46-f48f62c4c1da";
const SCHEDULE: &str = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nRRULE:FREQ=DAILY;BYHOUR=2;BYMINUTE=30\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let project = environment("OS_PROJECT_ID");
    let server = environment("CSBS_SERVER_ID");
    let client = client_with(&environment("OS_TOKEN"));

    let all = count(&client, &project, None, None, None).await.unwrap();
    say("count", json!({ "count": all.count }));

    let failed = count(&client, &project, Some(models::BackupStatus::Error), None, None).await.unwrap();
    say("count by status", json!({ "count": failed.count }));

    let types = vec!["OS::Nova::Server".to_string(), "OS::Ironic::BareMetalServer".to_string()];
    let recent = count(&client, &project, None, Some("2026-11-17T04:20:37"), Some(types)).await.unwrap();
    say("count of two types since", json!({ "count": recent.count }));

    let page = list_backups(
        &client, &project, None, Some(2), None, Some("created_at:desc"), None, None, None, None, None, None, None, None,
        None, None, None, None,
    )
    .await
    .unwrap();
    let backups: Vec<Value> = page
        .checkpoint_items
        .iter()
        .map(|item| json!({ "id": item.id, "status": item.status, "failure": item.extend_info.fail_reason }))
        .collect();
    say("list backups", json!({ "backups": backups }));

    let backup = get_backup(&client, &project, &environment("CSBS_BACKUP_ID")).await.unwrap().checkpoint_item;
    let disks: Vec<Value> = backup
        .extend_info
        .volume_backups
        .iter()
        .flatten()
        .map(|disk| json!([disk.source_volume_name, disk.size]))
        .collect();
    say(
        "get backup",
        json!({
            "name": backup.name,
            "created_at": backup.created_at,
            "tag": backup.tags.unwrap().unwrap()[0].value,
            "size": backup.extend_info.size,
            "speed": backup.extend_info.average_speed,
            "progress": backup.extend_info.progress,
            "disks": disks,
            "vcpus": backup.backup_data.unwrap().vcpus,
        }),
    );

    let options = models::BackupOptions {
        backup_name: Some("before-upgrade".to_string()),
        description: Some("before the upgrade to 2.2.1".to_string()),
        tags: Some(vec![models::TagInput::new("department".to_string(), "accounting".to_string())]),
        ..Default::default()
    };
    let order = models::CreateBackupRequest::new(options);
    let record = create_backup(&client, &project, PROVIDER, &server, order).await.unwrap().checkpoint;
    say(
        "create backup",
        json!({ "id": record.id, "status": record.status, "plan": record.protection_plan.unwrap().name }),
    );

    let rules = models::RetentionRules {
        max_backups: Some(20),
        day_backups: Some(7),
        timezone: Some("UTC+01:00".to_string()),
        ..Default::default()
    };
    let trigger = models::TriggerInput::new(models::TriggerPropertiesInput::new(SCHEDULE.to_string()));
    let operation = models::ScheduledOperationInput::new(true, models::OperationType::Backup, rules, trigger);
    let server = models::PolicyResource::new(server.clone(), "OS::Nova::Server".to_string(), "db-01".to_string());
    let order = models::PolicyInput::new(
        "nightly".to_string(),
        models::policy_input::ProviderId::Fc4d575022e747988a46F48f62c4c1da,
        models::PolicyParameters::new(),
        vec![server],
        vec![operation],
    );
    let policy = create_policy(&client, &project, models::CreatePolicyRequest::new(order)).await.unwrap().policy;
    let operation = &policy.scheduled_operations.as_ref().unwrap()[0];
    say(
        "create policy",
        json!({
            "id": policy.id,
            "enabled": operation.enabled,
            "max_backups": operation.operation_definition.as_ref().unwrap().max_backups,
            "pattern": operation.trigger.as_ref().unwrap().properties.pattern,
        }),
    );

    say_error("wrong request", count(&client, &project, None, Some("yesterday"), None).await);
    let expired = client_with(&environment("CSBS_EXPIRED_TOKEN"));
    say_error("expired token", count(&expired, &project, None, None, None).await);
    say_error("unknown backup", get_backup(&client, &project, &environment("CSBS_UNKNOWN_BACKUP_ID")).await);
}

fn environment(name: &str) -> String {
    var(name).unwrap_or_else(|_| panic!("{name} is not set"))
}

fn client_with(token: &str) -> Configuration {
    let headers = HeaderMap::from_iter([("x-auth-token".parse().unwrap(), HeaderValue::from_str(token).unwrap())]);
    Configuration {
        base_path: environment("CSBS_ENDPOINT"),
        client: reqwest::Client::builder().default_headers(headers).build().unwrap(),
        ..Default::default()
    }
}

async fn count(
    client: &Configuration,
    project: &str,
    status: Option<models::BackupStatus>,
    since: Option<&str>,
    types: Option<Vec<String>>,
) -> Result<models::BackupCount, Error<csbs::apis::backups_api::CountBackupsError>> {
    count_backups(client, project, status, None, None, None, None, None, since, None, None, None, None, None, types).await
}

fn say(exchange: &str, mut read: Value) {
    read["exchange"] = json!(exchange);
    println!("{read}");
}

fn say_error<Answer: Debug, Known: Debug>(exchange: &str, answer: Result<Answer, Error<Known>>) {
    let Err(Error::ResponseError(ResponseContent { status, content, .. })) = answer else {
        panic!("this should have been refused: {answer:?}");
    };
    let body: models::ErrorBody = serde_json::from_str(&content).unwrap();
    say(exchange, json!({ "status": status.as_u16(), "code": body.error_code }));
}
