"""Talks to the service by the generated client and prints a line of JSON for each exchange."""

import json
from os import environ
from typing import Any, Final

from csbs_client import AuthenticatedClient
from csbs_client.api.backups import count_backups, create_backup, get_backup, list_backups
from csbs_client.api.policies import create_policy
from csbs_client.models import (
    BackupCount,
    BackupEnvelope,
    BackupList,
    BackupOptions,
    BackupStatus,
    CheckpointEnvelope,
    CreateBackupRequest,
    CreatePolicyRequest,
    ErrorBody,
    OperationType,
    PolicyInput,
    PolicyEnvelope,
    PolicyParameters,
    PolicyResource,
    RetentionRules,
    ScheduledOperationInput,
    TagInput,
    TriggerInput,
    TriggerPropertiesInput,
)
from csbs_client.types import Response, Unset

PROVIDER: Final = "fc4d5750-22e7-4798-8a46-f48f62c4c1da"
SCHEDULE = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nRRULE:FREQ=DAILY;BYHOUR=2;BYMINUTE=30\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"

project = environ["OS_PROJECT_ID"]
backup_id = environ["CSBS_BACKUP_ID"]
server_id = environ["CSBS_SERVER_ID"]


def client_with(token: str) -> AuthenticatedClient:
    return AuthenticatedClient(
        base_url=environ["CSBS_ENDPOINT"], token=token, auth_header_name="X-Auth-Token", prefix=""
    )


def say(exchange: str, **read: Any) -> None:
    print(json.dumps({"exchange": exchange, **read}))


def say_error(exchange: str, response: Response[Any]) -> None:
    assert isinstance(response.parsed, ErrorBody)
    say(exchange, status=response.status_code.value, code=response.parsed.error_code)


client = client_with(environ["OS_TOKEN"])

count = count_backups.sync(project, client=client)
assert isinstance(count, BackupCount)
say("count", count=count.count)

count = count_backups.sync(project, client=client, status=BackupStatus.ERROR)
assert isinstance(count, BackupCount)
say("count by status", count=count.count)

count = count_backups.sync(
    project,
    client=client,
    resource_type=["OS::Nova::Server", "OS::Ironic::BareMetalServer"],
    start_time="2026-11-17T04:20:37",
)
assert isinstance(count, BackupCount)
say("count of two types since", count=count.count)

page = list_backups.sync(project, client=client, limit=2, sort="created_at:desc")
assert isinstance(page, BackupList)
say(
    "list backups",
    backups=[
        {"id": str(item.id), "status": item.status, "failure": item.extend_info.fail_reason}
        for item in page.checkpoint_items
    ],
)

answer = get_backup.sync(project, backup_id, client=client)
assert isinstance(answer, BackupEnvelope)
backup = answer.checkpoint_item
details = backup.extend_info
assert backup.tags and not isinstance(details.volume_backups, Unset) and not isinstance(backup.backup_data, Unset)
say(
    "get backup",
    name=backup.name,
    created_at=backup.created_at,
    tag=backup.tags[0].value,
    size=details.size,
    speed=details.average_speed,
    progress=details.progress,
    disks=[[disk.source_volume_name, disk.size] for disk in details.volume_backups],
    vcpus=backup.backup_data.vcpus,
)

options = BackupOptions(
    backup_name="before-upgrade",
    description="before the upgrade to 2.2.1",
    tags=[TagInput(key="department", value="accounting")],
)
started = create_backup.sync(
    project, PROVIDER, server_id, client=client, body=CreateBackupRequest(protect=options)
)
assert isinstance(started, CheckpointEnvelope)
record = started.checkpoint
assert not isinstance(record.protection_plan, Unset)
say("create backup", id=str(record.id), status=record.status, plan=record.protection_plan.name)

operation = ScheduledOperationInput(
    enabled=True,
    operation_type=OperationType.BACKUP,
    operation_definition=RetentionRules(max_backups=20, day_backups=7, timezone="UTC+01:00"),
    trigger=TriggerInput(properties=TriggerPropertiesInput(pattern=SCHEDULE)),
)
order = PolicyInput(
    name="nightly",
    provider_id=PROVIDER,
    parameters=PolicyParameters(),
    resources=[PolicyResource(id=server_id, type_="OS::Nova::Server", name="db-01")],
    scheduled_operations=[operation],
)
created = create_policy.sync(project, client=client, body=CreatePolicyRequest(policy=order))
assert isinstance(created, PolicyEnvelope)
schedules = created.policy.scheduled_operations
assert not isinstance(schedules, Unset)
schedule = schedules[0]
assert not isinstance(schedule.operation_definition, Unset) and not isinstance(schedule.trigger, Unset)
say(
    "create policy",
    id=str(created.policy.id),
    enabled=schedule.enabled,
    max_backups=schedule.operation_definition.max_backups,
    pattern=schedule.trigger.properties.pattern,
)

say_error("wrong request", count_backups.sync_detailed(project, client=client, start_time="yesterday"))
say_error(
    "expired token",
    count_backups.sync_detailed(project, client=client_with(environ["CSBS_EXPIRED_TOKEN"])),
)
say_error(
    "unknown backup",
    get_backup.sync_detailed(project, environ["CSBS_UNKNOWN_BACKUP_ID"], client=client),
)
