"""Makes every call of exchanges.json with the generated client; prints a line of JSON for each."""

import json
import os
import re

import csbs
from csbs.rest import ApiException

configuration = csbs.Configuration(host=os.environ["CSBS_ENDPOINT"])
configuration.api_key["tokenAuth"] = os.environ["OS_TOKEN"]
client = csbs.ApiClient(configuration)
apis = [api(client) for name, api in vars(csbs).items() if name.endswith("Api")]


def snake(name):
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()


def call(exchange):
    name = snake(exchange["operationId"]) + "_with_http_info"
    method = next(getattr(api, name) for api in apis if hasattr(api, name))
    arguments = dict(exchange["parameters"])
    if "requestSchema" in exchange:
        model = getattr(csbs, exchange["requestSchema"])
        # from_dict would send null for what is left out; a choice of schemas has nothing else.
        is_choice = "actual_instance" in model.model_fields
        make = model.from_dict if is_choice else model.model_validate
        arguments[snake(exchange["requestSchema"])] = make(exchange["body"])
    try:
        response = method(**arguments, _headers={"Prefer": exchange["prefer"]})
        return response.status_code, response.data
    except ApiException as error:
        return error.status, error.data


for exchange in json.load(open("exchanges.json")):
    status, data = call(exchange)
    # An object without properties has no class.
    body = json.loads(data.to_json()) if hasattr(data, "to_json") else data
    print(json.dumps({"id": exchange["id"], "status": status, "body": body}))
