import { describe, expect, inject, test } from "vitest";
import { projectId, secret } from "../support/client.ts";
import { runScript, startScript } from "../support/process.ts";
import { startServer } from "../support/server.ts";

const main = "src/cli/main.ts";

describe("csbs as a process", () => {
  test("counts against the embedded mock and ends by itself", async () => {
    expect(await runScript(main, ["count", "--mock", "--status", "error"])).toEqual({
      code: 0,
      stdout: "2\n",
      stderr: "",
    });
  });

  test("takes its connection from the environment", async () => {
    const env = { CSBS_ENDPOINT: inject("mockUrl"), OS_PROJECT_ID: projectId, OS_TOKEN: secret };
    expect(await runScript(main, ["count", "-o", "json"], env)).toEqual({
      code: 0,
      stdout: '{"count":10}\n',
      stderr: "",
    });
  });

  test("the service says no: 1", async () => {
    const endpoint = await startServer((_, response) => response.writeHead(503).end());
    const env = { CSBS_ENDPOINT: endpoint, OS_PROJECT_ID: projectId, OS_TOKEN: secret };
    const { code, stdout, stderr } = await runScript(main, ["count"], env);
    expect([code, stdout, stderr]).toEqual([
      1,
      "",
      "csbs: countBackups: responded 503: no reason given (after 3 attempts)\n",
    ]);
  });

  test("wrong usage: 2", async () => {
    const { code, stdout, stderr } = await runScript(main, ["count", "--status", "broken"]);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/^csbs: --status is "broken"; it must be one of "waiting_protect", .*\n$/);
  });
});

describe("npm start", () => {
  test("with nothing configured tours the mock", async () => {
    const { code, stdout, stderr } = await runScript("scripts/start.ts");
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(/All backups +10 +csbs\.countBackups\(\)/);
    expect(stdout).toMatch(/Backups in error +2 .*\n.*\?status=error/);
    expect(stdout).toMatch(
      /resource_type=OS::Nova::Server&resource_type=OS::Ironic::BareMetalServer&start_time=\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\n/,
    );
    expect(stdout).toMatch(/refused +CsbsApiError: countBackups: responded 400 CSBS\.9001: provider invalid/);
  });

  test("with arguments runs one count", async () => {
    expect(await runScript("scripts/start.ts", ["--status", "available"])).toEqual({
      code: 0,
      stdout: "7\n",
      stderr: "",
    });
  });

  test("passes on the exit code of that count", async () => {
    expect(await runScript("scripts/start.ts", ["--status", "broken"])).toMatchObject({
      code: 2,
      stdout: "",
    });
  });

  test("with CSBS_ENDPOINT asks that service", async () => {
    const targets: string[] = [];
    const endpoint = await startServer((request, response) => {
      targets.push(request.url ?? "");
      response.end(JSON.stringify({ count: 7 }));
    });
    const env = { CSBS_ENDPOINT: endpoint, OS_PROJECT_ID: projectId, OS_TOKEN: secret };
    const { code, stdout } = await runScript("scripts/start.ts", [], env);
    expect(code).toBe(0);
    expect(stdout).toMatch(/All backups +7 /);
    expect(targets).toHaveLength(3);
    expect(targets[1]).toBe(`/v1/${projectId}/checkpoint_items/count?status=error`);
  });

  test("with CSBS_ENDPOINT alone says what is missing", async () => {
    const { code, stderr } = await runScript("scripts/start.ts", [], { CSBS_ENDPOINT: "https://x.example" });
    expect([code, stderr]).toEqual([1, "start: CSBS_ENDPOINT is set; set OS_PROJECT_ID and OS_TOKEN too\n"]);
  });
});

describe("npm run mock", () => {
  async function listening(mock: ReturnType<typeof startScript>): Promise<string> {
    for (;;) {
      const url = /listens on (http:\S+);/.exec(mock.output.stdout)?.[1];
      if (url !== undefined) return url;
      if (mock.child.exitCode !== null) throw new Error(mock.output.stderr);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  test("serves, logs without headers, and stops on Ctrl-C", async () => {
    const mock = startScript("src/cli/main.ts", ["mock", "--port", "0"]);
    const url = await listening(mock);
    const path = `${url}/v1/${projectId}/checkpoint_items/count`;
    const headers = { "X-Auth-Token": secret };
    expect(await (await fetch(path, { headers })).json()).toEqual({ count: 10 });
    expect((await fetch(`${path}?status=broken`, { headers })).status).toBe(400);
    mock.child.kill("SIGINT");
    const { code, stdout, stderr } = await mock.finished;
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toContain(`GET /v1/${projectId}/checkpoint_items/count?status=broken -> 400\n`);
    expect(stdout).toMatch(
      / {2}refused: Request query parameter status must be equal to one of the allowed values/,
    );
    expect(stdout).not.toContain(secret);
  });

  test("says in one line that the port is taken", async () => {
    const { port } = new URL(inject("mockUrl"));
    const { code, stdout, stderr } = await runScript("src/cli/main.ts", ["mock"], { CSBS_MOCK_PORT: port });
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toBe(
      `csbs: port ${port} on 127.0.0.1 is taken; stop what listens there or choose another port\n`,
    );
  });

  test("says in one line that a port is none, or an option unknown", async () => {
    const port = await runScript("src/cli/main.ts", ["mock"], { CSBS_MOCK_PORT: "http" });
    expect([port.code, port.stderr]).toEqual([
      2,
      expect.stringMatching(/^csbs: the variable CSBS_MOCK_PORT must be [^\n]+\n$/),
    ]);
    const option = await runScript("src/cli/main.ts", ["mock", "--prot", "1"]);
    expect([option.code, option.stderr]).toEqual([
      2,
      expect.stringMatching(/^csbs: unknown option "--prot"; did you mean --port\?\n$/),
    ]);
  });
});
