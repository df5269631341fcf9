import { inject, test } from "vitest";
import { CsbsConfigError } from "../../src/index.ts";
import { startMock } from "../../src/mock.ts";
import { projectId, rejection, testClient } from "../support/client.ts";

test("starts on a free port, logs, and stops", async ({ expect }) => {
  const lines: string[] = [];
  const mock = await startMock({ log: (line) => lines.push(line) });
  const csbs = testClient({ endpoint: mock.url });
  await csbs.countBackups({ resource_type: ["OS::Nova::Server", "OS::Ironic::BareMetalServer"] });
  await rejection(csbs.countBackups({ name: "x".repeat(256) }));
  await mock.stop();
  const path = `GET /v1/${projectId}/checkpoint_items/count`;
  expect(lines).toEqual([
    `${path}?resource_type=OS::Nova::Server&resource_type=OS::Ironic::BareMetalServer`,
    "  answered 200",
    `${path}?name=${"x".repeat(256)}`,
    "  refused: Request query parameter name must NOT have more than 255 characters",
    "  answered 400",
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
