"""Parses every response of exchanges.json with the generated models; prints a line of JSON for each."""

import json

import models

for exchange in json.load(open("exchanges.json")):
    if "requestSchema" in exchange:
        getattr(models, exchange["requestSchema"]).model_validate(exchange["body"])
    body = None
    if "responseSchema" in exchange:
        model = getattr(models, exchange["responseSchema"]).model_validate(exchange["expected"])
        body = model.model_dump(mode="json", by_alias=True, exclude_unset=True)
    print(json.dumps({"id": exchange["id"], "status": exchange["status"], "body": body}))
