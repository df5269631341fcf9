import { describe, inject, test } from "vitest";
import { CsbsConfigError } from "../../src/index.ts";
import { startMock } from "../../src/mock.ts";
import { projectId, rejection, testClient } from "../support/client.ts";

test("starts on a free port, logs, and stops", async ({ expect }) => {
  const lines: string[] = [];
  const mock = await startMock({ log: (line) => lines.push(line) });
  const csbs = testClient({ endpoint: mock.url });
  await csbs.countBackups({ resource_type: ["OS::Nova::Server", "OS::Ironic::BareMetalServer"] });
  await rejection(csbs.countBackups({ status: "broken" as never }));
  await mock.stop();
  const path = `GET /v1/${projectId}/checkpoint_items/count`;
  expect(lines).toEqual([
    `${path}?resource_type=OS::Nova::Server&resource_type=OS::Ironic::BareMetalServer -> 200`,
    `${path}?status=broken -> 400`,
    expect.stringContaining("  refused: Request query parameter status must be equal to one of"),
  ]);
  expect(await rejection(csbs.countBackups())).toMatchObject({ name: "CsbsConnectionError" });
});

test("a port that is taken", async ({ expect }) => {
  const port = Number(new URL(inject("mockUrl")).port);
  const error = (await rejection(startMock({ port }))) as Error;
  expect(error).toBeInstanceOf(CsbsConfigError);
  expect(error.message).toBe(
    `port ${port} on 127.0.0.1 is taken; stop what listens there or choose another port`,
  );
});

test("an address that is not this machine's", async ({ expect }) => {
  const error = (await rejection(startMock({ host: "192.0.2.1" }))) as Error;
  expect(error.message).toMatch(/^the mock cannot listen on port 0 on 192\.0\.2\.1 \(.*EADDRNOTAVAIL/);
});

describe("a body that cannot be read", () => {
  const path = `/v1/${projectId}/policies`;
  const headers = { "X-Auth-Token": "t", "Content-Type": "application/json" };
  const bodies: [title: string, body: string][] = [
    ["broken JSON", '{"policy":'],
    ["invalid JSON", "<policy/>"],
    ["more than 10 MB", JSON.stringify({ policy: "x".repeat(11 * 1024 * 1024) })],
  ];
  for (const [title, body] of bodies) {
    test(`${title} is refused with the documented body`, async ({ expect }) => {
      const response = await fetch(inject("mockUrl") + path, { method: "POST", headers, body });
      expect([response.status, await response.json()]).toEqual([
        400,
        { error_code: "CSBS.9001", error_msg: "provider invalid" },
      ]);
    });
  }

  test("a browser's preflight gets a response", async ({ expect }) => {
    const response = await fetch(inject("mockUrl") + path, {
      method: "OPTIONS",
      headers: {
        Origin: "http://localhost:5173",
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "x-auth-token",
      },
    });
    expect([response.status, response.headers.get("access-control-allow-headers")]).toEqual([
      204,
      "x-auth-token",
    ]);
  });
});
