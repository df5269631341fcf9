import { describe, inject, test } from "vitest";
import { fillPath } from "../../src/spec/paths.ts";
import { takes } from "../fuzz/calls.ts";
import { projectId, secret } from "../support/client.ts";
import { byExample } from "../support/requests.ts";
import { findOperation, operations, queryOf } from "../support/spec.ts";

/** What Prism alone would get wrong, found by Schemathesis. */
const documented400 = { error_code: "CSBS.9001", error_msg: "provider invalid" };
const headers = { "X-Auth-Token": secret, "Content-Type": "application/json" };

describe("names that no header can carry are refused, and the mock lives on", () => {
  for (const name of ["名", "\u{1f480}", "\ud800", "\u007f", "a\r\nb", "x".repeat(20_000)]) {
    test(JSON.stringify(name).slice(0, 20), async ({ expect }) => {
      const url = `${inject("mockUrl")}/v1/${projectId}/policies`;
      const body = JSON.stringify({ policy: { [name]: { [name]: name } } });
      const response = await fetch(url, { method: "POST", headers, body });
      expect([response.status, await response.json()]).toEqual([400, documented400]);
      expect((await fetch(url, { headers })).status).toBe(200);
    });
  }
});

describe("a URL that is too long is refused by the gateway", () => {
  for (const target of [
    `/v1/${projectId}/checkpoint_items/count?name=${"x".repeat(40_000)}`,
    `/v1/${"x".repeat(40_000)}/checkpoint_items/count`,
  ]) {
    test(target.slice(0, 20), async ({ expect }) => {
      const response = await fetch(inject("mockUrl") + target, { headers });
      expect([response.status, await response.json()]).toEqual([
        414,
        expect.objectContaining({ error_code: "APIGW.0201" }),
      ]);
    });
  }
});

describe("a request without credentials is refused", () => {
  for (const found of operations) {
    test(found.operation.operationId, async ({ expect }) => {
      const response = await fetch(pathOf(found), { method: found.method });
      expect(response.status).toBe(401);
    });
  }
});

describe("an empty value of a parameter is refused where its schema refuses it", () => {
  for (const found of operations.filter((operation) => queryOf(operation).length > 0)) {
    for (const { name, schema } of queryOf(found)) {
      test(`${found.operation.operationId} ${name}`, async ({ expect }) => {
        const response = await fetch(`${pathOf(found)}?${name}=`, { method: found.method, headers });
        if (takes(schema, "")) expect(response.status).toBe(200);
        else expect([response.status, await response.json()]).toEqual([400, documented400]);
      });
    }
  }
});

describe("a method that a path does not have", () => {
  test("is not looked for at another path that fits less well", async ({ expect }) => {
    const url = pathOf(findOperation("replicatePolicy"));
    expect((await fetch(url, { method: "DELETE", headers })).status).toBe(405);
  });

  for (const path of new Set(operations.map((operation) => operation.path))) {
    test(path, async ({ expect }) => {
      const here = operations.filter((operation) => operation.path === path);
      const response = await fetch(pathOf(here[0] as (typeof here)[0]), { method: "PATCH", headers });
      expect(response.status).toBe(405);
      const allowed = response.headers.get("Allow")?.split(", ") ?? [];
      expect(allowed.sort()).toEqual(here.map(({ method }) => method.toUpperCase()).sort());
      expect(await response.json()).not.toHaveProperty("headers");
    });
  }
});

function pathOf({ path, parameters }: (typeof operations)[0]): string {
  const examples = byExample(parameters);
  return inject("mockUrl") + fillPath(path, examples);
}
