"""
openstacksdk with otcextensions. Its proxy `csbs` has no methods of its own, so backups and policies are
declared as resources here, in the way of all services of openstacksdk.
"""

from urllib.parse import urlsplit

import openstack
from openstack import exceptions, resource
from otcextensions import sdk as otcextensions

from samples import ADDED_TAG, DESCRIPTION, PATTERN, PROVIDER, REPLICATION, SERVER, TAG, policy, volumes
from steps import env, equal, number, poll, raises, step


class Backup(resource.Resource):
    base_path = "/checkpoint_items"
    resource_key = "checkpoint_item"
    resources_key = "checkpoint_items"
    allow_list = True
    allow_fetch = True
    _query_mapping = resource.QueryParameters("status", "sort", "checkpoint_id", "resource_type", "start_time")

    name = resource.Body("name")
    status = resource.Body("status")
    checkpoint_id = resource.Body("checkpoint_id")
    resource_id = resource.Body("resource_id")
    extend_info = resource.Body("extend_info", type=dict)


class Policy(resource.Resource):
    base_path = "/policies"
    resource_key = "policy"
    resources_key = "policies"
    allow_create = True
    allow_list = True
    allow_fetch = True
    allow_commit = True
    allow_delete = True

    name = resource.Body("name")
    description = resource.Body("description")
    provider_id = resource.Body("provider_id")
    parameters = resource.Body("parameters", type=dict)
    resources = resource.Body("resources", type=list)
    scheduled_operations = resource.Body("scheduled_operations", type=list)


def connect(auth_type: str = "password", **auth: str) -> openstack.connection.Connection:
    """Reads no clouds.yaml and no environment."""
    return openstack.connect(
        auth_type=auth_type,
        auth={"auth_url": env("OS_AUTH_URL"), **auth},
        region_name=env("OS_REGION_NAME"),
        identity_api_version="3",
        load_yaml_config=False,
        load_envvars=False,
    )


def password(secret: str) -> dict[str, str]:
    return {
        "username": env("OS_USERNAME"),
        "password": secret,
        "user_domain_name": env("OS_USER_DOMAIN_NAME"),
        "project_name": env("OS_PROJECT_NAME"),
        "project_domain_name": env("OS_PROJECT_DOMAIN_NAME"),
    }


connection = connect(**password(env("OS_PASSWORD")))
made: dict = {}
free_server = env("CSBS_FREE_SERVER_ID")
resources = f"/providers/{PROVIDER}/resources"
checkpoints = f"/providers/{PROVIDER}/checkpoints"


def call(method: str, path: str, **options: object) -> dict:
    """What the proxies of services do where no resource fits. A response without a body has no fields."""
    response = connection.csbs.request(path, method, **options)
    exceptions.raise_from_response(response)
    return response.json() if response.content else {}


def tags() -> list[dict]:
    return call("GET", f"/csbs_backup/{made['backup'].id}/tags")["tags"]


@step("sign in with password")
def _() -> None:
    otcextensions.register_otc_extensions(connection)
    equal("project", connection.current_project_id, env("OS_PROJECT_ID"))
    (project,) = connection.identity.projects(name=env("OS_PROJECT_NAME"))
    equal("project by name", project.id, env("OS_PROJECT_ID"))
    projects = connection.identity.user_projects(connection.current_user_id)
    equal("projects of the user", [one.name for one in projects], [env("OS_PROJECT_NAME")])


@step("sign in with token")
def _() -> None:
    by_token = connect("token", token=env("OS_TOKEN"), project_id=env("OS_PROJECT_ID"))
    otcextensions.register_otc_extensions(by_token)
    equal("project", by_token.current_project_id, env("OS_PROJECT_ID"))
    equal("user", by_token.current_user_id, connection.current_user_id)
    equal("backups", len(list(by_token.csbs._list(Backup))), number("CSBS_BACKUPS"))


@step("find endpoint in catalog")
def _() -> None:
    equal("proxy", type(connection.csbs).__module__, "otcextensions.sdk.csbs.v1._proxy")
    equal("path", urlsplit(connection.csbs.get_endpoint()).path, f"/v1/{env('OS_PROJECT_ID')}")


@step("count")
def _() -> None:
    equal("count", call("GET", "/checkpoint_items/count"), {"count": number("CSBS_BACKUPS")})


@step("count by status")
def _() -> None:
    query = {"status": "error", "resource_type": [SERVER, "OS::Ironic::BareMetalServer"]}
    equal("count", call("GET", "/checkpoint_items/count", params=query), {"count": 1})


@step("list backups")
def _() -> None:
    equal("number", len(list(connection.csbs._list(Backup))), number("CSBS_BACKUPS"))


@step("list by status")
def _() -> None:
    failed = connection.csbs._list(Backup, status="error")
    equal("IDs", [one.id for one in failed], [env("CSBS_FAILED_BACKUP_ID")])
    newest = next(iter(connection.csbs._list(Backup, status="available", sort="created_at:desc")))
    equal("ID", newest.id, env("CSBS_BACKUP_ID"))


@step("list in pages")
def _() -> None:
    found = [one.id for one in connection.csbs._list(Backup, limit=4)]
    equal("number", (len(found), len(set(found))), (number("CSBS_BACKUPS"),) * 2)


@step("get backup")
def _() -> None:
    found = connection.csbs._get(Backup, env("CSBS_BACKUP_ID"))
    equal("name", found.name, "before-upgrade")
    equal("status", found.status, "available")
    equal("record", found.checkpoint_id, env("CSBS_CHECKPOINT_ID"))
    equal("server", found.resource_id, env("CSBS_SERVER_ID"))
    equal("server's name", found.extend_info["resource_name"], "db-01")


@step("get failed backup")
def _() -> None:
    found = connection.csbs._get(Backup, env("CSBS_FAILED_BACKUP_ID"))
    equal("status", found.status, "error")
    equal("type of the code", type(found.extend_info["fail_code"]["Code"]), int)


@step("get quotas")
def _() -> None:
    found = {one["type"]: one["used"] for one in call("GET", "/quotas")["quotas"]["resources"]}
    equal("backups", found["backups"], number("CSBS_BACKUPS"))


@step("check that server can be backed up")
def _() -> None:
    sent = {"check_protectable": [{"resource_id": free_server, "resource_type": SERVER}]}
    found = call("POST", f"{resources}/action", json=sent)["protectable"]
    equal("result", [(one["resource_id"], one["result"]) for one in found], [(free_server, True)])


@step("create backup")
def _() -> None:
    protect = {"backup_name": "by-openstacksdk", "description": DESCRIPTION, "tags": [TAG]}
    record = call("POST", f"{resources}/{free_server}/action", json={"protect": protect})["checkpoint"]
    equal("server", record["protection_plan"]["resources"][0]["id"], free_server)
    made["record"] = record["id"]


@step("poll until available")
def _() -> None:
    (found,) = connection.csbs._list(Backup, checkpoint_id=made["record"])
    made["backup"] = resource.wait_for_status(
        connection.csbs, found, "available", failures=["error"], interval=0.02, wait=60
    )
    equal("name", made["backup"].name, "by-openstacksdk")
    made["volumes"] = volumes(made["backup"].extend_info)


@step("check that backup can be restored")
def _() -> None:
    target = {"resource_id": free_server, "resource_type": SERVER, "volumes": made["volumes"]}
    sent = {"check_restorable": [{"checkpoint_item_id": made["backup"].id, "target": target}]}
    found = call("POST", f"{resources}/action", json=sent)["restorable"]
    equal("result", [one["result"] for one in found], [True])


@step("restore")
def _() -> None:
    targets = {"server_id": free_server, "volumes": made["volumes"]}
    parameters = {"checkpoint_item_id": made["backup"].id, "power_on": True, "targets": targets}
    sent = {"provider_id": PROVIDER, "checkpoint_id": made["record"], "parameters": parameters}
    found = call("POST", "/restores", json={"restore": sent})["restore"]
    equal("record", found["checkpoint_id"], made["record"])
    restoring = connection.csbs._get(Backup, made["backup"].id)
    resource.wait_for_status(connection.csbs, restoring, "available", failures=["error"], interval=0.02, wait=60)


@step("add tag to backup")
def _() -> None:
    sent = {"action": "create", "tags": [ADDED_TAG]}
    equal("response", call("POST", f"/csbs_backup/{made['backup'].id}/tags/action", json=sent), {})


@step("list tags of backup")
def _() -> None:
    equal("tags", tags(), [TAG, ADDED_TAG])


@step("delete tag of backup")
def _() -> None:
    sent = {"action": "delete", "tags": [ADDED_TAG]}
    call("POST", f"/csbs_backup/{made['backup'].id}/tags/action", json=sent)
    equal("tags", tags(), [TAG])


@step("list tags of project")
def _() -> None:
    found = {one["key"]: one["values"] for one in call("GET", "/csbs_backup/tags")["tags"]}
    equal("tags", found, {"department": ["accounting", "it"]})


@step("delete until gone")
def _() -> None:
    def gone() -> bool:
        try:
            connection.csbs._get(Backup, made["backup"].id)
        except exceptions.NotFoundException:
            return True
        try:
            call("DELETE", f"{checkpoints}/{made['record']}")
        except exceptions.BadRequestException:
            pass
        return False

    poll(gone)


@step("create policy")
def _() -> None:
    made["policy"] = connection.csbs._create(Policy, **policy("by-openstacksdk"))
    equal("name", made["policy"].name, "by-openstacksdk")


@step("get policy")
def _() -> None:
    found = connection.csbs._get(Policy, made["policy"].id)
    operation = found.scheduled_operations[0]
    equal("description", found.description, "every Thursday")
    equal("server", found.resources[0]["id"], free_server)
    equal("max_backups", int(operation["operation_definition"]["max_backups"]), 2)
    equal("pattern", operation["trigger"]["properties"]["pattern"], PATTERN)


@step("list policies")
def _() -> None:
    found = sorted(one.id for one in connection.csbs._list(Policy))
    equal("IDs", found, sorted([env("CSBS_POLICY_ID"), made["policy"].id]))


@step("update policy")
def _() -> None:
    connection.csbs._update(Policy, made["policy"].id, name="renamed")
    equal("name", connection.csbs._get(Policy, made["policy"].id).name, "renamed")


@step("run policy")
def _() -> None:
    sent = {"checkpoint": {"plan_id": made["policy"].id, "parameters": {}}}
    record = call("POST", checkpoints, json=sent)["checkpoint"]
    equal("policy", record["protection_plan"]["id"], made["policy"].id)
    (found,) = connection.csbs._list(Backup, checkpoint_id=record["id"])
    resource.wait_for_status(connection.csbs, found, "available", failures=["error"], interval=0.02, wait=60)


@step("delete policy")
def _() -> None:
    connection.csbs._delete(Policy, made["policy"].id, ignore_missing=False)
    raises(exceptions.NotFoundException, lambda: connection.csbs._get(Policy, made["policy"].id))


@step("replication capabilities")
def _() -> None:
    found = call("GET", "/replication_capabilities")["regions"]
    equal("has destinations", all(one["replication_destinations"] for one in found), True)


@step("replicate backup")
def _() -> None:
    path = f"/providers/{PROVIDER}/checkpoint_items/{env('CSBS_BACKUP_ID')}/replicate"
    found = call("POST", path, json={"replication": REPLICATION})["replication"]
    equal("region", found["destination_region"], REPLICATION["destination_region"])


@step("typed error for wrong password")
def _() -> None:
    wrong = raises(exceptions.SDKException, lambda: connect(**password("wrong")).authorize())
    equal("message", str(wrong), "The request you have made requires authentication. (HTTP 401)")


@step("typed error for unknown backup")
def _() -> None:
    missing = raises(
        exceptions.NotFoundException, lambda: connection.csbs._get(Backup, env("CSBS_UNKNOWN_ID"))
    )
    equal("has the code", env("CSBS_NOT_FOUND_CODE") in str(missing), True)


@step("typed error for wrong filter")
def _() -> None:
    query = {"start_time": "yesterday"}
    wrong = raises(exceptions.BadRequestException, lambda: list(connection.csbs._list(Backup, **query)))
    equal("has the code", env("CSBS_INVALID_CODE") in str(wrong), True)
