import { describe, inject, test } from "vitest";
import { projectId, secret } from "../support/client.ts";

/**
 * Raw requests, as programs other than this client send them: consoles that repeat a parameter and
 * leave colons bare, SDKs with filters that only their cloud knows, signed requests.
 */
const path = `/v1/${projectId}/checkpoint_items/count`;
const withToken = { "X-Auth-Token": secret };
const documented400 = { error_code: "CSBS.9001", error_msg: "provider invalid" };

describe("requests of other programs are accepted", () => {
  const accepted: [title: string, query: string, headers?: Record<string, string>][] = [
    ["nothing but a token", ""],
    ["the page's own example", "?status=error"],
    [
      "a console: one parameter twice, colons bare",
      "?resource_type=OS::Nova::Server&resource_type=OS::Ironic::BareMetalServer",
    ],
    ["one resource type, colons encoded", "?resource_type=OS%3A%3ANova%3A%3AServer"],
    ["a Go SDK: booleans as text", "?all_tenants=true&az=eu-de-01&ip=192.168.0.209"],
    [
      "a Python SDK: filters of one cloud, remains of lists",
      "?dec=true&marker=0&sort=created_at:desc&offset=0&name=a",
    ],
    ["a time with microseconds", "?start_time=2017-04-15T04:25:38.680638&end_time=2017-04-16T04%3A25%3A38"],
    ["an upper-case UUID", "?resource_id=9422F270-6FCF-4BA2-9319-A007F2F63A8E"],
    ["names with blanks and other scripts", "?resource_name=db%2001&name=%E5%A4%87%E4%BB%BD"],
    ["part of an address", "?ip=192.168."],
    ["IPv6", "?ip=2001:db8::1"],
    ["a host name, for which the page has no rule", "?ip=db-01.example"],
    [
      "an ID that is not a UUID, as the service makes them",
      "?policy_id=fake_04f8ea0f-2000-4389-a5ce-93a3e20d0faf",
    ],
    ["a type of another form", "?resource_type=server"],
    [
      "a signed request",
      "",
      {
        Authorization: "SDK-HMAC-SHA256 Access=AK, SignedHeaders=host;x-sdk-date, Signature=00",
        "X-Sdk-Date": "20190307T101459Z",
      },
    ],
    ["content type without a body", "", { ...withToken, "Content-Type": "application/json;charset=utf8" }],
    ["a browser's accept header", "", { ...withToken, Accept: "application/json, text/plain, */*" }],
  ];
  for (const [title, query, headers = withToken] of accepted) {
    test(title, async ({ expect }) => {
      const response = await fetch(`${inject("mockUrl")}${path}${query}`, { headers });
      expect([response.status, await response.json()]).toEqual([200, { count: 10 }]);
    });
  }
});

describe("bad requests are refused with the documented body", () => {
  const refused: [title: string, target: string][] = [
    ["a state that does not exist", `${path}?status=broken`],
    ["a state in capitals", `${path}?status=ERROR`],
    ["a single value twice", `${path}?status=error&status=available`],
    ["a boolean that is invalid", `${path}?all_tenants=1x`],
    ["a date for a time", `${path}?start_time=2017-04-15`],
    ["a time with a zone", `${path}?end_time=2017-04-15T04:25:38Z`],
    ["a time with a blank", `${path}?start_time=2017-04-15%2004:25:38`],
    ["seven digits of a fraction", `${path}?start_time=2017-04-15T04:25:38.1234567`],
    ["a project that is not an ID", "/v1/my-project/checkpoint_items/count"],
  ];
  for (const [title, target] of refused) {
    test(title, async ({ expect }) => {
      const response = await fetch(inject("mockUrl") + target, { headers: withToken });
      expect([response.status, await response.json()]).toEqual([400, documented400]);
      expect(response.headers.get("content-type")).toMatch(/^application\/json/);
    });
  }

  test("no credentials", async ({ expect }) => {
    const response = await fetch(inject("mockUrl") + path);
    expect([response.status, await response.json()]).toEqual([
      401,
      {
        error_code: "APIGW.0301",
        error_msg: "Incorrect IAM authentication information: x-auth-token not found",
        request_id: "acbc548ac6f2a0dbdb9e3518a7c0ff84",
      },
    ]);
  });
});
