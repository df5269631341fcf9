import { beforeEach, describe, expect, inject, test, vi } from "vitest";
import { run } from "../../src/cli/run.ts";
import { projectId, secret } from "../support/client.ts";
import { startRecorder, startServer } from "../support/server.ts";
import { findOperation, queryOf } from "../support/spec.ts";

const filters = queryOf(findOperation("countBackups"));

beforeEach(() => {
  for (const name of ["CSBS_ENDPOINT", "OS_PROJECT_ID", "OS_TOKEN"]) vi.stubEnv(name, "");
});

async function csbs(...args: string[]) {
  let stdout = "";
  let stderr = "";
  const code = await run(args, {
    out: (text) => {
      stdout += text;
    },
    err: (text) => {
      stderr += text;
    },
  });
  return { code, stdout, stderr };
}

function connection(endpoint: string): string[] {
  return ["--endpoint", endpoint, "--project-id", projectId, "--token", secret];
}

describe("csbs count", () => {
  test("prints the number", async () => {
    expect(await csbs("count", ...connection(inject("mockUrl")))).toEqual({
      code: 0,
      stdout: "10\n",
      stderr: "",
    });
  });

  test("prints the response as JSON", async () => {
    const { stdout } = await csbs("count", "-o", "json", ...connection(inject("mockUrl")));
    expect(JSON.parse(stdout)).toEqual({ count: 10 });
  });

  test("takes a number that is written as text", async () => {
    const endpoint = await startServer((_, response) => response.end('{"count":"007"}'));
    expect(await csbs("count", ...connection(endpoint))).toEqual({ code: 0, stdout: "7\n", stderr: "" });
  });

  test("is an operation too, by both of its names", async () => {
    for (const name of ["count-backups", "countBackups"]) {
      expect(await csbs("api", name, "--mock")).toMatchObject({ code: 0, stdout: "count  10\n" });
    }
  });

  test("takes its connection from the environment", async () => {
    const { url, requests } = await startRecorder(inject("mockUrl"));
    vi.stubEnv("CSBS_ENDPOINT", url);
    vi.stubEnv("OS_PROJECT_ID", projectId);
    vi.stubEnv("OS_TOKEN", secret);
    expect(await csbs("count")).toMatchObject({ code: 0, stdout: "10\n" });
    expect(requests[0]).toMatchObject({
      target: `/v1/${projectId}/checkpoint_items/count`,
      headers: { "x-auth-token": secret },
    });
  });

  test("an option wins over its variable", async () => {
    const { url, requests } = await startRecorder(inject("mockUrl"));
    vi.stubEnv("OS_PROJECT_ID", "b942cc8342734d15bcb246babb1953cf");
    await csbs("count", ...connection(url));
    expect(requests[0]?.target).toContain(projectId);
  });

  test("sends every filter under the API's name", async () => {
    const { url, requests } = await startRecorder(inject("mockUrl"));
    const options = filters.flatMap(({ name, example }) => {
      const option = `--${name.replaceAll("_", "-")}`;
      return example === true ? [option] : [example].flat().flatMap((value) => [option, String(value)]);
    });
    expect(await csbs("count", ...options, ...connection(url))).toMatchObject({ code: 0, stderr: "" });
    const expected = filters.map(({ name, example }) => [name, String([example].flat()[0])]);
    expect([...new URL(requests[0]?.target ?? "", url).searchParams]).toEqual(expected);
  });

  test("repeats what is given twice", async () => {
    const { url, requests } = await startRecorder(inject("mockUrl"));
    const types = ["OS::Nova::Server", "OS::Ironic::BareMetalServer"];
    await csbs("count", ...types.flatMap((type) => ["--resource-type", type]), ...connection(url));
    expect(new URL(requests[0]?.target ?? "", url).searchParams.getAll("resource_type")).toEqual(types);
  });
});

describe("what the service refuses ends with 1 and one line", () => {
  test("an error response, free of control characters", async () => {
    const endpoint = await startServer((_, response) => {
      response.writeHead(403, { "content-type": "application/json" });
      response.end(JSON.stringify({ error_code: "CSBS.9009", error_msg: "User is\n\u001b[31munverified." }));
    });
    expect(await csbs("count", ...connection(endpoint))).toEqual({
      code: 1,
      stdout: "",
      stderr:
        "csbs: countBackups: responded 403 CSBS.9009: User is [31munverified. Verify the account in the console.\n",
    });
  });

  for (const [body, args] of [
    ["{}", []],
    ["null", []],
    ['{"count":"x"}', []],
    ["{}", ["-o", "json"]],
    ["{}", ["--by", "status"]],
  ] as const) {
    test(`a response of ${body} to csbs ${["count", ...args].join(" ")}`, async () => {
      const endpoint = await startServer((_, response) => response.end(body));
      const { code, stdout, stderr } = await csbs("count", ...args, ...connection(endpoint));
      expect([code, stdout]).toEqual([1, ""]);
      expect(stderr).toMatch(/^csbs: countBackups: responded 200 [^\n]+\n$/);
    });
  }

  test("nobody listens", async () => {
    const { code, stderr } = await csbs("count", ...connection("http://127.0.0.1:2"));
    expect([code, stderr]).toEqual([
      1,
      "csbs: countBackups: no response from http://127.0.0.1:2 (ECONNREFUSED) (after 3 attempts). Nothing listens on this host and port. Check the endpoint, and the proxy if one is set.\n",
    ]);
  });

  test("no response in time", async () => {
    const endpoint = await startServer(() => {});
    const { code, stderr } = await csbs("count", "--timeout", "0.05", ...connection(endpoint));
    expect(code).toBe(1);
    expect(stderr).toMatch(/^csbs: countBackups: no complete response within 50 ms.*\n$/);
  });
});

describe("wrong usage ends with 2 and one line", () => {
  const wrong: [args: string[], message: RegExp][] = [
    [[], /no command given; see csbs --help/],
    [["api"], /no command given; see csbs api --help/],
    [["nope"], /unknown command "nope"; see csbs --help/],
    [["help", "nope"], /unknown command "nope"; see csbs --help/],
    [["cuont"], /unknown command "cuont"; did you mean csbs count\?/],
    [
      ["list-backup"],
      /unknown command "list-backup"; did you mean csbs api list-backups or csbs list backups\?/,
    ],
    [
      ["listBackups"],
      /unknown command "listBackups"; did you mean csbs api list-backups or csbs list backups\?/,
    ],
    [["api", "listBackup"], /unknown command "listBackup"; did you mean csbs api list-backups\?/],
    [["help", "api", "get-quota"], /unknown command "get-quota"; did you mean csbs api get-quotas\?/],
    [
      ["count", "--mock", "--status", "error", "--status", "available"],
      /--status is given more than once; give one value/,
    ],
    [["count", "--mock", "-o", "json", "--output", "text"], /--output is given more than once/],
    [["mock", "--port", "0", "--port", "1"], /--port is given more than once/],
    [["count"], /no endpoint: give --endpoint or set CSBS_ENDPOINT/],
    [["count", "--endpoint", "https://x.example"], /no project ID: give --project-id or set OS_PROJECT_ID/],
    [
      ["count", "--endpoint", "https://x.example", "--project-id", projectId],
      /no token: give --token or set OS_TOKEN/,
    ],
    [["count", ...connection("ftp://x")], /endpoint must be an http\(s\) URL/],
    [["count", "--mock", "--endpoint", "https://x.example"], /exclude each other/],
    [
      ["count", "--mock", "--status", "broken"],
      /--status is "broken"; it must be one of "waiting_protect", /,
    ],
    [["count", "--mock", "--statu", "error"], /unknown option "--statu"; did you mean --status\?/],
    [
      ["count", "--mock", "--project-id", "mine"],
      /--project-id is "mine"; it must be 32 lower-case hex digits\n/,
    ],
    [["count", "--mock", "--timeout", "soon"], /--timeout.*number of seconds above 0/],
    [["count", "--mock", "-o", "xml"], /--output is "xml"; expected one of text, json/],
    [["count", "--mock", "extra"], /too many arguments/],
    [["count", "--status"], /argument missing/],
  ];
  for (const [args, message] of wrong) {
    test(`csbs ${args.join(" ").replace(secret, "…")}`, async () => {
      const { code, stdout, stderr } = await csbs(...args);
      expect([code, stdout]).toEqual([2, ""]);
      expect(stderr).toMatch(/^csbs: [^\n]+\n$/);
      expect(stderr).toMatch(message);
    });
  }

  test("a mistyped option does not show its value", async () => {
    for (const args of [[`--tokne=${secret}`], ["count", `--tokne=${secret}`], ["count", "--mock", secret]]) {
      const { code, stderr } = await csbs(...args);
      expect([code, stderr.includes(secret)]).toEqual([2, false]);
    }
  });

  test("a token that no header can carry is not shown", async () => {
    const { code, stderr } = await csbs("count", ...connection("https://x.example").with(-1, `${secret}\n`));
    expect([code, stderr.includes(secret)]).toEqual([2, false]);
    expect(stderr).toMatch(/the token holds a blank/);
  });
});

describe("variables", () => {
  test("a project that is not an ID is named with its variable", async () => {
    vi.stubEnv("OS_PROJECT_ID", "mine");
    const { code, stderr } = await csbs("count", "--endpoint", "https://x.example", "--token", secret);
    expect([code, stderr]).toEqual([
      2,
      expect.stringMatching(/^csbs: the variable OS_PROJECT_ID is "mine": project_id must be the ID/),
    ]);
  });

  test("do not reach the mock, and do not prevent help", async () => {
    vi.stubEnv("CSBS_ENDPOINT", "http://127.0.0.1:2");
    vi.stubEnv("OS_PROJECT_ID", "mine");
    vi.stubEnv("OS_TOKEN", `${secret}\n`);
    expect(await csbs("count", "--mock")).toMatchObject({ code: 0, stdout: "10\n" });
    expect(await csbs("count", "--help")).toMatchObject({ code: 0 });
  });
});

describe("help", () => {
  test("names every filter, the variables and the exit codes", async () => {
    const { code, stdout, stderr } = await csbs("count", "--help");
    expect([code, stderr]).toEqual([0, ""]);
    const flat = stdout.replace(/\s+/g, " ");
    for (const { name, description } of filters) {
      expect(flat).toContain(`--${name.replaceAll("_", "-")}`);
      expect(flat).toContain(description.split(".")[0]?.replaceAll("`", ""));
    }
    for (const text of [
      "CSBS_ENDPOINT",
      "OS_PROJECT_ID",
      "OS_TOKEN",
      "Exit codes:",
      "waiting_protect",
      "Examples:",
    ]) {
      expect(stdout).toContain(text);
    }
    expect(Math.max(...stdout.split("\n").map((line) => line.length))).toBeLessThanOrEqual(100);
  });

  test("of the program fits on one screen", async () => {
    const lines = (await csbs("--help")).stdout.trimEnd().split("\n");
    expect(lines.length).toBeLessThanOrEqual(24);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80);
    expect(lines).toContain("  count       Count backups");
  });

  test("does not show a token that is set", async () => {
    vi.stubEnv("OS_TOKEN", secret);
    expect((await csbs("count", "--help")).stdout).not.toContain(secret);
  });

  test("--version prints the spec's version", async () => {
    expect(await csbs("--version")).toMatchObject({ code: 0, stdout: "0.2.0\n" });
  });
});
