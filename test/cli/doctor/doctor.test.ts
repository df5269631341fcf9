import { stripVTControlCharacters } from "node:util";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { operationTable } from "../../../generated/operations.ts";
import { projectId, secret } from "../../support/client.ts";
import { clearVariables, csbs, csbsIn } from "../support.ts";
import { doctor, janeAt, named, password, startEditor, startService } from "./support.ts";

beforeEach(clearVariables);

function setVariables(variables: Record<string, string>): void {
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
}

/** The operations that only read, as the client knows them. */
const readOnly = Object.entries(operationTable)
  .filter(([, { safe }]) => safe)
  .map(([operationId]) => operationId);

describe("a service that works", () => {
  test("passes every check, in the order of the layers", async () => {
    const mock = await startService();
    setVariables(janeAt(mock.url));
    const { code, stderr, report } = await doctor();
    expect([code, stderr, report.ok]).toEqual([0, "", true]);
    expect(named(report, "skipped")).toEqual(["endpoint TLS", "IAM TLS"]);
    expect(report.summary).toEqual({
      ok: report.checks.length - 2,
      warning: 0,
      failed: 0,
      skipped: 2,
      "not offered": 0,
    });
    const order = [
      "settings",
      "endpoint proxy",
      "endpoint DNS",
      "endpoint TLS",
      "IAM proxy",
      "IAM DNS",
      "IAM TLS",
    ];
    order.push("IAM version", "sign-in", "project", "token", "domain", "clock", "endpoint");
    const names = report.checks.map(({ check }) => check);
    expect(names.slice(0, order.length)).toEqual(order);
    expect(names.slice(order.length, -2).sort()).toEqual([...readOnly].sort());
    expect(names.slice(-2)).toEqual(["permissions", "count against list"]);
  });

  test("gets requests that change nothing, each with a valid body and the IDs of what there is", async () => {
    const mock = await startService();
    setVariables(janeAt(mock.url));
    await doctor();
    const changing = mock.requests.filter(({ method, operation, target }) =>
      operation === undefined
        ? method !== "GET" && !(method === "POST" && target === "/v3/auth/tokens")
        : !readOnly.includes(operation),
    );
    expect(changing).toEqual([]);
    const asked = new Set(mock.requests.flatMap(({ operation }) => operation ?? []));
    expect([...asked].sort()).toEqual([...readOnly].sort());
    const refused = mock.requests.filter(({ reasons, status }) => reasons.length > 0 && status !== 401);
    expect(refused).toEqual([]);
    const lists = mock.requests.filter(
      ({ operation, status }) => operation === "listPolicies" && status === 200,
    );
    expect(lists.map(({ target }) => target)).toEqual([`/v1/${projectId}/policies?limit=1`]);
  });

  test("signs in twice at most, so that no user is locked", async () => {
    const mock = await startService();
    setVariables(janeAt(mock.url));
    await doctor();
    const signIns = mock.requests.filter(
      ({ target, method }) => method === "POST" && target === "/v3/auth/tokens",
    );
    expect(signIns).toHaveLength(2);
  });

  test("shows each setting with its source", async () => {
    const mock = await startService();
    setVariables({ ...janeAt(mock.url), CSBS_ENDPOINT: "https://csbs.invalid" });
    const { report } = await doctor("--endpoint", mock.url);
    expect(report.settings).toContainEqual({ setting: "endpoint", value: mock.url, source: "--endpoint" });
    expect(report.settings).toContainEqual({ setting: "username", value: "jane", source: "OS_USERNAME" });
    expect(report.settings).toContainEqual({
      setting: "password",
      value: "[redacted]",
      source: "OS_PASSWORD",
    });
  });

  test("finds a project by its name", async () => {
    const mock = await startService();
    setVariables({ ...janeAt(mock.url), OS_PROJECT_ID: "", OS_PROJECT_NAME: "eu-de_shop" });
    const { code, check } = await doctor();
    expect([code, check("project").detail]).toEqual([0, `eu-de_shop, ${projectId}`]);
  });

  test("is checked without IAM, where a token has no address of IAM", async () => {
    const mock = await startService();
    setVariables(janeAt(mock.url));
    const token = await signIn(mock.url);
    clearVariables();
    const { code, check, report } = await doctor(
      ...["--endpoint", mock.url, "--project-id", projectId, "--token", token],
    );
    expect([code, check("IAM").result]).toEqual([0, "skipped"]);
    expect(check("IAM").detail).toContain("OS_AUTH_URL");
    expect(named(report, "ok")).toEqual(expect.arrayContaining(readOnly));
  });
});

/** A token of jane's project. */
async function signIn(url: string): Promise<string> {
  const user = { name: "jane", password, domain: { name: "OTC-1" } };
  const body = {
    auth: {
      identity: { methods: ["password"], password: { user } },
      scope: { project: { id: projectId } },
    },
  };
  const response = await fetch(`${url}/v3/auth/tokens`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  return response.headers.get("x-subject-token") as string;
}

describe("the text for people", () => {
  test("has a line for each check, the settings, and a summary", async () => {
    const { code, stdout, stderr } = await csbs("doctor", "--mock");
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(
      /^ok {11}settings {18} +\d+ ms {2}6 found\n {13}endpoint +http:\S+ \(the mock\)\n/,
    );
    expect(stdout).toMatch(/\nok +listBackups +\d+ ms {2}as described, 1 item\n/);
    expect(stdout).toMatch(/\n\d+ checks: \d+ ok, 2 skipped\n$/);
  });

  test("joins checks that were skipped for one reason, and says what to do", async () => {
    const { code, stdout, stderr } = await csbs("doctor", "--mock", "--token", secret);
    expect([code, stderr]).toEqual([1, "csbs: 1 check failed: sign-in\n"]);
    expect(stdout).toMatch(/\nfailed +sign-in .* 401 Unauthorized.*\n {13}Get a new token\./);
    expect(stdout).toMatch(/\nskipped +3 checks +because sign-in failed: project, token, domain\n/);
  });

  test("fits the terminal", async () => {
    const { stdout } = await csbsIn({ columns: 72 }, "doctor", "--mock", "--token", secret);
    const long = stripVTControlCharacters(stdout)
      .split("\n")
      .filter((line) => line.length > 72 && !line.includes("the mock"));
    expect(long).toEqual([]);
  });
});

test("--mock excludes other services", async () => {
  for (const option of ["--endpoint", "--region", "--os-cloud"]) {
    const { code, stderr } = await csbs("doctor", "--mock", option, "eu-de");
    expect([code, stderr]).toEqual([2, `csbs: --mock and ${option} exclude each other; leave one out\n`]);
  }
});

test("an unknown option is wrong usage", async () => {
  expect(await csbs("doctor", "--fix")).toMatchObject({ code: 2, stdout: "" });
});

test("Ctrl-C ends the checks, and no check is reported as failed", async () => {
  const stop = new AbortController();
  let printed = "";
  const out = (text: string) => {
    printed += text;
    if (text.includes("IAM version")) stop.abort();
  };
  const { code } = await csbsIn({ out, signal: stop.signal }, "doctor", "--mock");
  expect(code).toBe(130);
  expect(printed).toMatch(/IAM version.*\n$/);
});

test("settings that are missing fail, and nothing is sent", async () => {
  const { code, report, check, stderr } = await doctor();
  expect([code, stderr]).toEqual([1, "csbs: 1 check failed: settings\n"]);
  expect(report.checks).toHaveLength(1);
  expect(check("settings").detail).toMatch(/no endpoint.*no project ID.*no token/);
});

describe("no secret is shown", () => {
  test("of those that were set or given by IAM, also where a response repeats them", async () => {
    const mock = await startService();
    const issued = new Set<string>([password]);
    const url = await startEditor(mock.url, ({ path, headers }, reply) => {
      const token = headers.get("x-auth-token") ?? reply.headers["x-subject-token"];
      if (token !== undefined) issued.add(token);
      if (!path.endsWith("/quotas")) return undefined;
      const error_msg = `no quota for ${headers.get("x-auth-token")}`;
      return { status: 400, body: JSON.stringify({ error_code: "CSBS.9999", error_msg }) };
    });
    setVariables(janeAt(url));
    for (const args of [[], ["-o", "json"], ["--debug"]]) {
      const { stdout, stderr } = await csbs("doctor", ...args);
      expect(stdout).toContain("no quota for [redacted]");
      // Not a test of nothing: two sign-ins, and the password.
      expect(issued.size).toBeGreaterThanOrEqual(3);
      for (const value of issued) {
        expect(stdout + stderr).not.toContain(value);
      }
    }
  });

  test("of an access key: neither secret key nor signature", async () => {
    const mock = await startService();
    const signatures: string[] = [];
    const url = await startEditor(mock.url, ({ headers }) => {
      const signature = /Signature=(\w+)/.exec(headers.get("authorization") ?? "")?.[1];
      if (signature !== undefined) signatures.push(signature);
      return undefined;
    });
    const { OS_USERNAME: _, OS_PASSWORD: __, ...rest } = janeAt(url);
    setVariables({
      ...rest,
      OS_ACCESS_KEY: "AKEXAMPLE",
      OS_SECRET_KEY: secret,
      OS_SECURITY_TOKEN: "temporary-1",
    });
    const { stdout, stderr } = await csbs("doctor", "--debug");
    expect(signatures.length).toBeGreaterThan(3);
    for (const value of [...signatures, secret, "temporary-1"]) expect(stdout + stderr).not.toContain(value);
  });
});
