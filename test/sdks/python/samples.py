"""What both programs send."""

from steps import env

PROVIDER = "fc4d5750-22e7-4798-8a46-f48f62c4c1da"
SERVER = "OS::Nova::Server"
PATTERN = (
    "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nRRULE:FREQ=WEEKLY;BYDAY=TH;BYHOUR=12;BYMINUTE=27\r\n"
    "END:VEVENT\r\nEND:VCALENDAR\r\n"
)
DESCRIPTION = "with é and 備份"
TAG = {"key": "department", "value": "it"}
ADDED_TAG = {"key": "cost_center", "value": "test-2"}
REPLICATION = {
    "destination_region": "cn-east-2",
    "destination_project_id": "0605767e8d80d55d2f69c0189071bcbc",
}


def policy(name: str) -> dict:
    """The fields of a policy that backs up the free server every Thursday."""
    return {
        "name": name,
        "description": "every Thursday",
        "provider_id": PROVIDER,
        "parameters": {"common": {}},
        "resources": [{"id": env("CSBS_FREE_SERVER_ID"), "type": SERVER, "name": "web-9"}],
        "scheduled_operations": [
            {
                "name": "weekly",
                "enabled": True,
                "operation_type": "backup",
                "operation_definition": {"max_backups": 2, "retention_duration_days": 30},
                "trigger": {"properties": {"pattern": PATTERN}},
            }
        ],
    }


def volumes(extend_info: dict) -> list[dict]:
    """Each volume of a backup, to be restored to where it was."""
    return [
        {"backup_id": volume["id"], "volume_id": volume["source_volume_id"]}
        for volume in extend_info["volume_backups"]
    ]
