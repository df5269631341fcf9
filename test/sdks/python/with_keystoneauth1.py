"""
keystoneauth1 signs in, finds the service in the catalog and sends; it knows no service, so the requests
are written out.
"""

from urllib.parse import urlsplit

from keystoneauth1 import adapter, exceptions, session
from keystoneauth1.identity import generic

from samples import ADDED_TAG, DESCRIPTION, PATTERN, PROVIDER, REPLICATION, SERVER, TAG, policy, volumes
from steps import env, equal, number, poll, raises, step


def password(auth_url: str, secret: str = env("OS_PASSWORD")) -> session.Session:
    return session.Session(
        auth=generic.Password(
            auth_url=auth_url,
            username=env("OS_USERNAME"),
            password=secret,
            user_domain_name=env("OS_USER_DOMAIN_NAME"),
            project_name=env("OS_PROJECT_NAME"),
            project_domain_name=env("OS_PROJECT_DOMAIN_NAME"),
        )
    )


def service(of: session.Session) -> adapter.Adapter:
    return adapter.Adapter(
        of, service_type="data-protect", interface="public", region_name=env("OS_REGION_NAME"), version="1"
    )


# An address without a version: keystoneauth1 asks for the versions first.
by_password = password(env("CSBS_ENDPOINT"))
by_token = session.Session(
    auth=generic.Token(auth_url=env("OS_AUTH_URL"), token=env("OS_TOKEN"), project_id=env("OS_PROJECT_ID"))
)
csbs = service(by_password)
resources = f"/providers/{PROVIDER}/resources"
checkpoints = f"/providers/{PROVIDER}/checkpoints"


def backups(**query: object) -> list[dict]:
    return csbs.get("/checkpoint_items", params=query).json()["checkpoint_items"]


def backup(backup_id: str) -> dict:
    return csbs.get(f"/checkpoint_items/{backup_id}").json()["checkpoint_item"]


@step("sign in with password")
def _() -> None:
    access = by_password.auth.get_access(by_password)
    equal("project", access.project_id, env("OS_PROJECT_ID"))
    equal("user", access.username, env("OS_USERNAME"))
    equal("domain", access.user_domain_name, env("OS_USER_DOMAIN_NAME"))
    equal("roles", access.role_names, ["te_admin"])
    equal("expires soon", access.will_expire_soon(23 * 3600), False)
    equal("expires in a day", access.will_expire_soon(24 * 3600), True)


@step("sign in with token")
def _() -> None:
    access = by_token.auth.get_access(by_token)
    equal("project", access.project_name, env("OS_PROJECT_NAME"))
    equal("is another token", access.auth_token != env("OS_TOKEN"), True)
    equal("count", service(by_token).get("/checkpoint_items/count").json(), {"count": number("CSBS_BACKUPS")})


@step("find endpoint in catalog")
def _() -> None:
    equal("path", urlsplit(csbs.get_endpoint()).path, f"/v1/{env('OS_PROJECT_ID')}")
    elsewhere = adapter.Adapter(by_password, service_type="data-protect", region_name="eu-nl")
    raises(exceptions.EndpointNotFound, lambda: elsewhere.get("/quotas"))


@step("count")
def _() -> None:
    equal("count", csbs.get("/checkpoint_items/count").json(), {"count": number("CSBS_BACKUPS")})


@step("count by status")
def _() -> None:
    query = {"status": "error", "resource_type": [SERVER, "OS::Ironic::BareMetalServer"]}
    equal("count", csbs.get("/checkpoint_items/count", params=query).json(), {"count": 1})


@step("list backups")
def _() -> None:
    equal("number", len(backups()), number("CSBS_BACKUPS"))


@step("list by status")
def _() -> None:
    equal("IDs", [one["id"] for one in backups(status="error")], [env("CSBS_FAILED_BACKUP_ID")])
    newest = backups(status="available", sort="created_at:desc", limit=1)
    equal("IDs", [one["id"] for one in newest], [env("CSBS_BACKUP_ID")])


@step("list in pages")
def _() -> None:
    seen: list[str] = []

    def page() -> bool:
        found = backups(limit=4, **({"marker": seen[-1]} if seen else {}))
        seen.extend(one["id"] for one in found)
        return not found

    poll(page)
    equal("number", (len(seen), len(set(seen))), (number("CSBS_BACKUPS"),) * 2)


@step("get backup")
def _() -> None:
    found = backup(env("CSBS_BACKUP_ID"))
    equal("name", found["name"], "before-upgrade")
    equal("status", found["status"], "available")
    equal("record", found["checkpoint_id"], env("CSBS_CHECKPOINT_ID"))
    equal("server", found["resource_id"], env("CSBS_SERVER_ID"))
    equal("server's name", found["extend_info"]["resource_name"], "db-01")


@step("get failed backup")
def _() -> None:
    found = backup(env("CSBS_FAILED_BACKUP_ID"))
    equal("status", found["status"], "error")
    equal("type of the code", type(found["extend_info"]["fail_code"]["Code"]), int)


@step("get quotas")
def _() -> None:
    found = {one["type"]: one["used"] for one in csbs.get("/quotas").json()["quotas"]["resources"]}
    equal("backups", found["backups"], number("CSBS_BACKUPS"))


free_server = env("CSBS_FREE_SERVER_ID")
made: dict = {}


@step("check that server can be backed up")
def _() -> None:
    sent = {"check_protectable": [{"resource_id": free_server, "resource_type": SERVER}]}
    found = csbs.post(f"{resources}/action", json=sent).json()["protectable"]
    equal("result", [(one["resource_id"], one["result"]) for one in found], [(free_server, True)])


@step("create backup")
def _() -> None:
    protect = {"backup_name": "by-keystoneauth1", "description": DESCRIPTION, "tags": [TAG]}
    record = csbs.post(f"{resources}/{free_server}/action", json={"protect": protect}).json()["checkpoint"]
    equal("server", record["protection_plan"]["resources"][0]["id"], free_server)
    made["record"] = record["id"]


@step("poll until available")
def _() -> None:
    (found,) = backups(checkpoint_id=made["record"])
    made["id"] = found["id"]
    poll(lambda: backup(made["id"])["status"] == "available")
    found = backup(made["id"])
    equal("name", found["name"], "by-keystoneauth1")
    equal("description", found["description"], DESCRIPTION)
    made["volumes"] = volumes(found["extend_info"])


@step("check that backup can be restored")
def _() -> None:
    target = {"resource_id": free_server, "resource_type": SERVER, "volumes": made["volumes"]}
    sent = {"check_restorable": [{"checkpoint_item_id": made["id"], "target": target}]}
    found = csbs.post(f"{resources}/action", json=sent).json()["restorable"]
    equal("result", [one["result"] for one in found], [True])


@step("restore")
def _() -> None:
    targets = {"server_id": free_server, "volumes": made["volumes"]}
    parameters = {"checkpoint_item_id": made["id"], "power_on": True, "targets": targets}
    sent = {"provider_id": PROVIDER, "checkpoint_id": made["record"], "parameters": parameters}
    found = csbs.post("/restores", json={"restore": sent}).json()["restore"]
    equal("record", found["checkpoint_id"], made["record"])
    poll(lambda: backup(made["id"])["status"] == "available")


@step("add tag to backup")
def _() -> None:
    sent = {"action": "create", "tags": [ADDED_TAG]}
    equal("status", csbs.post(f"/csbs_backup/{made['id']}/tags/action", json=sent).status_code, 204)


@step("list tags of backup")
def _() -> None:
    found = csbs.get(f"/csbs_backup/{made['id']}/tags").json()["tags"]
    equal("tags", found, [TAG, ADDED_TAG])


@step("delete tag of backup")
def _() -> None:
    sent = {"action": "delete", "tags": [ADDED_TAG]}
    csbs.post(f"/csbs_backup/{made['id']}/tags/action", json=sent)
    equal("tags", csbs.get(f"/csbs_backup/{made['id']}/tags").json()["tags"], [TAG])


@step("list tags of project")
def _() -> None:
    found = {one["key"]: one["values"] for one in csbs.get("/csbs_backup/tags").json()["tags"]}
    equal("tags", found, {"department": ["accounting", "it"]})


@step("delete until gone")
def _() -> None:
    def gone() -> bool:
        try:
            backup(made["id"])
        except exceptions.NotFound:
            return True
        try:
            csbs.delete(f"{checkpoints}/{made['record']}")
        except exceptions.BadRequest:
            pass
        return False

    poll(gone)


@step("create policy")
def _() -> None:
    found = csbs.post("/policies", json={"policy": policy("by-keystoneauth1")}).json()["policy"]
    equal("name", found["name"], "by-keystoneauth1")
    made["policy"] = found["id"]


@step("get policy")
def _() -> None:
    found = csbs.get(f"/policies/{made['policy']}").json()["policy"]
    operation = found["scheduled_operations"][0]
    equal("server", found["resources"][0]["id"], free_server)
    equal("max_backups", int(operation["operation_definition"]["max_backups"]), 2)
    equal("pattern", operation["trigger"]["properties"]["pattern"], PATTERN)


@step("list policies")
def _() -> None:
    found = csbs.get("/policies", params={"limit": 10}).json()["policies"]
    equal("IDs", sorted(one["id"] for one in found), sorted([env("CSBS_POLICY_ID"), made["policy"]]))


@step("update policy")
def _() -> None:
    csbs.put(f"/policies/{made['policy']}", json={"policy": {"name": "renamed"}})
    equal("name", csbs.get(f"/policies/{made['policy']}").json()["policy"]["name"], "renamed")


@step("run policy")
def _() -> None:
    sent = {"checkpoint": {"plan_id": made["policy"], "parameters": {}}}
    record = csbs.post(checkpoints, json=sent).json()["checkpoint"]
    equal("policy", record["protection_plan"]["id"], made["policy"])
    poll(lambda: [one["status"] for one in backups(checkpoint_id=record["id"])] == ["available"])


@step("delete policy")
def _() -> None:
    csbs.delete(f"/policies/{made['policy']}")
    raises(exceptions.NotFound, lambda: csbs.get(f"/policies/{made['policy']}"))


@step("replication capabilities")
def _() -> None:
    found = csbs.get("/replication_capabilities").json()["regions"]
    equal("has destinations", all(one["replication_destinations"] for one in found), True)


@step("replicate backup")
def _() -> None:
    path = f"/providers/{PROVIDER}/checkpoint_items/{env('CSBS_BACKUP_ID')}/replicate"
    found = csbs.post(path, json={"replication": REPLICATION}).json()["replication"]
    equal("region", found["destination_region"], REPLICATION["destination_region"])


@step("typed error for wrong password")
def _() -> None:
    wrong = raises(exceptions.Unauthorized, password(env("OS_AUTH_URL"), "wrong").get_token)
    equal("message", wrong.message, "The request you have made requires authentication. (HTTP 401)")


@step("typed error for unknown backup")
def _() -> None:
    missing = raises(exceptions.NotFound, lambda: backup(env("CSBS_UNKNOWN_ID")))
    equal("code", missing.response.json()["error_code"], env("CSBS_NOT_FOUND_CODE"))


@step("typed error for wrong filter")
def _() -> None:
    wrong = raises(exceptions.BadRequest, lambda: backups(start_time="yesterday"))
    equal("code", wrong.response.json()["error_code"], env("CSBS_INVALID_CODE"))
