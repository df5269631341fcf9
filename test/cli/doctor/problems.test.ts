import { beforeEach, describe, expect, test, vi } from "vitest";
import { projectId, secret } from "../../support/client.ts";
import { startServer } from "../../support/server.ts";
import { clearVariables } from "../support.ts";
import { doctor, janeAt, named, startEditor, startService } from "./support.ts";

beforeEach(clearVariables);

function setVariables(variables: Record<string, string>): void {
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
}

describe("signing in", () => {
  test("with a wrong password fails once, and skips what needs it", async () => {
    const mock = await startService();
    setVariables({ ...janeAt(mock.url), OS_PASSWORD: "wrong-password" });
    const { code, stderr, report, check, stdout } = await doctor();
    expect([code, stderr, report.ok]).toEqual([1, "csbs: 1 check failed: sign-in\n", false]);
    expect(check("sign-in")).toMatchObject({ result: "failed", detail: "IAM responded 401 Unauthorized" });
    expect(check("sign-in").remedy).toMatch(/password.*locks users/);
    expect(check("listBackups")).toMatchObject({ result: "skipped", detail: "because sign-in failed" });
    expect(check("endpoint").result).toBe("ok");
    expect(mock.requests.filter(({ method }) => method === "POST")).toHaveLength(1);
    expect(stdout).not.toContain("wrong-password");
  });

  test("to a project that the user does not have fails with those there are", async () => {
    const mock = await startService();
    setVariables({ ...janeAt(mock.url), OS_PROJECT_ID: "1".repeat(32) });
    const { code, check } = await doctor();
    expect([code, check("project").result]).toEqual([1, "failed"]);
    expect(check("project").remedy).toBe(`IAM shows eu-de_shop (${projectId}).`);
  });

  test("with a name that no project has fails with a suggestion", async () => {
    const mock = await startService();
    setVariables({ ...janeAt(mock.url), OS_PROJECT_ID: "", OS_PROJECT_NAME: "eu-de_shpo" });
    const { check, report } = await doctor();
    expect(check("project").detail).toContain('did you mean "eu-de_shop"?');
    expect(check("countBackups").result).toBe("skipped");
    expect(named(report, "failed")).toEqual(["project"]);
  });

  test("with a token of another project fails", async () => {
    const mock = await startService();
    const url = await startEditor(mock.url, ({ method, path }, { body }) =>
      method === "GET" && path === "/v3/auth/tokens"
        ? { body: body.replaceAll(projectId, "2".repeat(32)) }
        : undefined,
    );
    setVariables(janeAt(url));
    const { check } = await doctor();
    expect(check("token")).toMatchObject({
      result: "failed",
      detail: expect.stringContaining("2".repeat(32)),
    });
    expect(check("countBackups").result).toBe("skipped");
  });

  test("to the domain of another project fails", async () => {
    const mock = await startService();
    setVariables({ ...janeAt(mock.url), OS_PROJECT_DOMAIN_ID: "another" });
    const { check } = await doctor();
    expect(check("domain")).toMatchObject({
      result: "failed",
      remedy: expect.stringContaining("OS_PROJECT_DOMAIN_ID"),
    });
  });

  test("at something that is not IAM comes with a warning", async () => {
    const mock = await startService();
    const url = await startServer((_, response) => response.writeHead(404).end());
    setVariables({ ...janeAt(mock.url), OS_AUTH_URL: `${url}/v3` });
    const { check } = await doctor();
    expect(check("IAM version")).toMatchObject({
      result: "warning",
      remedy: expect.stringContaining("OS_AUTH_URL"),
    });
    expect(check("sign-in").result).toBe("failed");
  });

  test("at an IAM that is down leaves what a token can do", async () => {
    const mock = await startService();
    setVariables({ ...janeAt(mock.url), OS_AUTH_URL: "https://iam.invalid/v3" });
    const { check, report } = await doctor();
    expect(named(report, "failed")).toEqual(["IAM DNS"]);
    expect(check("countBackups").detail).toBe("because IAM DNS failed");
    vi.stubEnv("OS_TOKEN", secret);
    const byToken = await doctor();
    // The mock knows no such token, but it was asked.
    expect(byToken.check("countBackups")).toMatchObject({
      result: "failed",
      detail: expect.stringMatching(/^responded 401/),
    });
  });
});

describe("the endpoint", () => {
  test("with a host that does not exist fails, and IAM is checked still", async () => {
    const mock = await startService();
    setVariables({ ...janeAt(mock.url), CSBS_ENDPOINT: "https://csbs.invalid" });
    const { code, check, report } = await doctor();
    expect([code, named(report, "failed")]).toEqual([1, ["endpoint DNS"]]);
    expect(check("endpoint DNS").detail).toMatch(/csbs\.invalid has no address \((ENOTFOUND|EAI_AGAIN)\)/);
    expect(check("endpoint DNS").remedy).toMatch(/host name|name server/);
    expect(check("sign-in").result).toBe("ok");
    expect(check("clock").result).toBe("skipped");
    expect(check("count against list").detail).toBe("because endpoint DNS failed");
  });

  test("where nothing listens fails", async () => {
    const mock = await startService();
    const stopped = await startService();
    await stopped.stop();
    setVariables({ ...janeAt(mock.url), CSBS_ENDPOINT: stopped.url });
    const { check } = await doctor();
    expect(check("clock").result).toBe("skipped");
    expect(check("endpoint")).toMatchObject({
      result: "failed",
      detail: expect.stringContaining("ECONNREFUSED"),
    });
  });

  const others: [title: string, status: number, type: string, expected: RegExp][] = [
    ["a page of HTML", 200, "text/html", /HTML/],
    ["404", 404, "application/json", /responded 404/],
    ["503", 503, "application/json", /responded 503/],
  ];
  test.each(others)("that responds with %s fails", async (_, status, type, expected) => {
    const mock = await startService();
    const url = await startServer((__, response) =>
      response.writeHead(status, { "content-type": type }).end("{}"),
    );
    setVariables({ ...janeAt(mock.url), CSBS_ENDPOINT: url });
    const { check } = await doctor();
    expect(check("endpoint")).toMatchObject({ result: "failed", detail: expect.stringMatching(expected) });
    expect(check("countBackups").detail).toBe("because endpoint failed");
  });
});

describe("the clock", () => {
  /** A service whose clock differs by seconds. */
  const skewed = async (seconds: number) => {
    const mock = await startService();
    return startEditor(mock.url, () => ({}), seconds);
  };

  test.each([
    [-50, "ok"],
    [-120, "warning"],
    [7200, "warning"],
  ])("that is %i s off is %s for a password", async (seconds, result) => {
    setVariables(janeAt(await skewed(seconds)));
    const { code, check } = await doctor();
    expect([code, check("clock").result]).toEqual([0, result]);
  });

  test("that is 20 minutes off fails for an access key", async () => {
    const { OS_USERNAME: _, OS_PASSWORD: __, ...rest } = janeAt(await skewed(1200));
    setVariables({ ...rest, OS_ACCESS_KEY: "AKEXAMPLE", OS_SECRET_KEY: secret });
    const { code, check } = await doctor();
    expect([code, check("clock").result]).toEqual([1, "failed"]);
    expect(check("clock").detail).toMatch(/^1(199|200|201) s behind the service$/);
    expect(check("clock").remedy).toMatch(/15 minutes/);
    expect(check("token").result).toBe("skipped");
  });
});

describe("one operation", () => {
  test("that is refused with 403 fails, and so do permissions, but no other", async () => {
    const mock = await startService({ operations: { getQuotas: [{ status: 403, times: "always" }] } });
    setVariables(janeAt(mock.url));
    const { code, stderr, check, report } = await doctor();
    expect([code, stderr]).toEqual([1, "csbs: 2 checks failed: getQuotas, permissions\n"]);
    expect(named(report, "failed")).toEqual(["getQuotas", "permissions"]);
    expect(check("permissions").detail).toBe("refused with 403: getQuotas");
    expect(check("count against list").result).toBe("ok");
  });

  test("whose response breaks its schema fails with the place, not with the value", async () => {
    const mock = await startService();
    const url = await startEditor(mock.url, ({ path }, { status }) =>
      status === 200 && path.endsWith("/quotas") ? { body: '{"quotas":{"resources":"hunter2"}}' } : undefined,
    );
    setVariables(janeAt(url));
    const { report, check, stdout } = await doctor();
    expect(named(report, "failed")).toEqual(["getQuotas"]);
    expect(check("getQuotas").detail).toMatch(/quotas\/resources must be an array/);
    expect(check("getQuotas").remedy).toContain("csbs api get-quotas --debug");
    expect(stdout).not.toContain("hunter2");
  });

  test("that some clouds only document is not offered where it responds 404", async () => {
    const mock = await startService({
      operations: {
        getReplicationCapabilities: [{ status: 404, times: "always" }],
        findPoliciesByTag: [{ status: 404, times: "always" }],
      },
    });
    setVariables(janeAt(mock.url));
    const { code, check, report } = await doctor();
    expect([code, named(report, "not offered")]).toEqual([
      0,
      ["findPoliciesByTag", "getReplicationCapabilities"],
    ]);
    expect(check("listPolicyTags")).toMatchObject({
      result: "skipped",
      detail: "findPoliciesByTag is not offered",
    });
  });

  test("that all clouds document fails with 404", async () => {
    const mock = await startService({ operations: { getQuotas: [{ status: 404, times: "always" }] } });
    setVariables(janeAt(mock.url));
    expect((await doctor()).check("getQuotas").result).toBe("failed");
  });

  test("that lists nothing leaves out what needs an item of it", async () => {
    const mock = await startService({ state: { backups: [], policies: [] } });
    setVariables(janeAt(mock.url));
    const { code, check, report } = await doctor();
    expect(code).toBe(0);
    expect(named(report, "skipped")).toEqual(
      expect.arrayContaining([
        "getBackup",
        "getPolicy",
        "checkResources",
        "listBackupTags",
        "listPolicyTags",
      ]),
    );
    expect(check("getBackup").detail).toBe("listBackups returned no item to ask for");
    expect(check("count against list").detail).toBe("both 0");
  });

  test("that fails skips what takes its ID from it", async () => {
    const mock = await startService({ operations: { listPolicies: [{ status: 400, times: "always" }] } });
    setVariables(janeAt(mock.url));
    const { check } = await doctor();
    expect(check("getPolicy").detail).toBe("because listPolicies failed");
    expect(check("getBackup").result).toBe("ok");
  });
});

describe("the count", () => {
  const counting = async (count: number) => {
    const mock = await startService();
    const url = await startEditor(mock.url, ({ path }, { status }) =>
      status === 200 && path.endsWith("/count") ? { body: JSON.stringify({ count }) } : undefined,
    );
    setVariables(janeAt(url));
    return { mock, ...(await doctor()) };
  };

  test("that differs from the list fails", async () => {
    const { code, check } = await counting(11);
    expect([code, check("count against list").result]).toEqual([1, "failed"]);
    expect(check("count against list").detail).toBe("countBackups returns 11, but listBackups 10 items");
  });

  test("above 5,000 is compared with the first page only", async () => {
    const { code, check, mock } = await counting(5001);
    expect([code, check("count against list").result]).toEqual([0, "ok"]);
    expect(check("count against list").detail).toMatch(
      /^5001; the first page has 10\. More than 5000 are not listed/,
    );
    expect(mock.requests.filter(({ target }) => target.includes("marker"))).toEqual([]);
  });
});

describe("a server that is not the service", () => {
  const page = { "content-type": "text/html", location: "https://login.example/?token=page-secret" };

  test.each([200, 302])(
    "that responds %i with a login page gets a remedy for IAM and the endpoint",
    async (status) => {
      const url = await startServer((incoming, outgoing) => {
        incoming.resume();
        outgoing.writeHead(status, page).end("<html>page-secret</html>");
      });
      setVariables(janeAt(url));
      const { code, check, report, stdout } = await doctor();
      expect([code, named(report, "failed")]).toEqual([1, ["IAM version", "endpoint"]]);
      for (const name of ["IAM version", "endpoint"]) expect(check(name).remedy).toContain("login page");
      expect(stdout).not.toContain("page-secret");
    },
  );

  test("that never responds is asked once", async () => {
    let requests = 0;
    const url = await startServer(() => {
      requests++;
    });
    setVariables({ CSBS_ENDPOINT: url, OS_PROJECT_ID: projectId, OS_TOKEN: secret });
    const { code, report } = await doctor("--timeout", "0.2");
    expect([code, named(report, "failed"), requests]).toEqual([1, ["endpoint"], 1]);
  });
});

test("a token that has expired by the clock of IAM fails", async () => {
  const mock = await startService();
  const past = new Date(Date.now() - 90.5 * 60_000).toISOString();
  const url = await startEditor(mock.url, ({ method, path }, { body }) =>
    method === "GET" && path === "/v3/auth/tokens"
      ? { body: body.replace(/"expires_at":"[^"]*"/, `"expires_at":"${past}"`) }
      : undefined,
  );
  setVariables(janeAt(url));
  const { code, check } = await doctor();
  expect([code, check("token").result, check("token").detail]).toEqual([1, "failed", "expired 91 min ago"]);
});
