"""Makes an MCP server of a description and calls tools of it.

Arguments: the file. Standard input has a list of {"tool", "arguments"}; prints a line of JSON for each.
"""

import asyncio
import json
import os
import sys

import httpx2
import yaml
from fastmcp import Client, FastMCP


async def main():
    description = yaml.safe_load(open(sys.argv[1]))
    mock = httpx2.AsyncClient(
        base_url=os.environ["CSBS_ENDPOINT"], headers={"X-Auth-Token": os.environ["OS_TOKEN"]}
    )
    server = FastMCP.from_openapi(description, client=mock)
    async with Client(server) as session:
        tools = await session.list_tools()
        print(json.dumps({"tools": [tool.name for tool in tools]}))
        for call in json.load(sys.stdin):
            result = await session.call_tool(call["tool"], call["arguments"])
            print(json.dumps({"tool": call["tool"], "result": result.structured_content}))


asyncio.run(main())
