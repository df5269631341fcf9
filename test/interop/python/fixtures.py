"""Sends every request of the fixtures by the generated client and prints what it read of the answer.

Operations and types are found by name and annotation, so that a new operation is there already.
"""

import inspect
import json
import pkgutil
from collections.abc import Callable
from enum import Enum
from importlib import import_module
from os import environ
from pathlib import Path
from typing import Any, get_args

import csbs_client.api
from csbs_client import AuthenticatedClient
from csbs_client.models import ErrorBody

operations: dict[str, Callable[..., Any]] = {
    module.name.rpartition(".")[2].replace("_", ""): import_module(module.name).sync_detailed
    for module in pkgutil.walk_packages(csbs_client.api.__path__, "csbs_client.api.")
    if not module.ispkg
}


def typed(value: Any, annotation: Any) -> Any:
    """The value as the annotation wants it. Of a choice, the first type that takes the value whole."""
    for choice in get_args(annotation) or (annotation,):
        if isinstance(choice, type) and issubclass(choice, Enum):
            return choice(value)
        if hasattr(choice, "from_dict"):
            try:
                made = choice.from_dict(value)
                if made.to_dict() == value:
                    return made
            except (KeyError, TypeError, ValueError):
                continue
    return value


def main() -> None:
    client = AuthenticatedClient(
        base_url=environ["CSBS_ENDPOINT"], token=environ["OS_TOKEN"], auth_header_name="X-Auth-Token", prefix=""
    )
    for case in json.loads(Path("fixtures.json").read_text())["cases"]:
        if case["kind"] == "refusal":
            continue
        call = operations[case["operationId"].lower()]
        given = dict(case["request"]["parameters"])
        if "body" in case["request"]:
            given["body"] = case["request"]["body"]
        wanted = inspect.signature(call).parameters
        arguments = {name: typed(value, wanted[name].annotation) for name, value in given.items()}
        client.get_httpx_client().headers["Prefer"] = case.get("prefer", "")
        response = call(**arguments, client=client)
        read: dict[str, Any] = {"id": case["id"], "status": response.status_code.value}
        if isinstance(response.parsed, ErrorBody):
            read["code"] = response.parsed.error_code or None
        elif response.parsed is not None:
            read["body"] = response.parsed.to_dict()
        print(json.dumps(read))


main()
