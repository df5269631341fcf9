import { beforeEach, describe, expect, inject, test } from "vitest";
import { secret } from "../support/client.ts";
import { bodiesOf, byExample, expectedPath, pathArguments } from "../support/requests.ts";
import { startRecorder, startServer } from "../support/server.ts";
import { operations, queryOf } from "../support/spec.ts";
import { clearVariables, connection, csbs, csbsIn, optionsFor } from "./support.ts";

beforeEach(clearVariables);

function commandOf(operationId: string): string {
  return operationId.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

describe.each(operations.map((found) => ({ name: commandOf(found.operation.operationId), found })))(
  "csbs api $name",
  ({ name, found }) => {
    const path = optionsFor(pathArguments(found));

    for (const { example, body } of bodiesOf(found)) {
      const options = [...path, ...(body === undefined ? [] : ["--body", JSON.stringify(body)])];

      test(`prints the body of the response, with ${example}`, async () => {
        const response = await fetch(`${inject("mockUrl")}${expectedPath(found)}`, {
          method: found.method,
          headers: { "X-Auth-Token": secret, "Content-Type": "application/json" },
          body: body === undefined ? null : JSON.stringify(body),
        });
        const expected = await response.text();
        expect(response.ok).toBe(true);
        const { code, stdout, stderr } = await csbs(
          "api",
          name,
          ...options,
          "-o",
          "json",
          ...connection(inject("mockUrl")),
        );
        expect([code, stderr]).toEqual([0, ""]);
        if (expected === "") expect(stdout).toBe("");
        else expect(JSON.parse(stdout)).toEqual(JSON.parse(expected));
      });

      test(`sends every parameter, with ${example}`, async () => {
        const { url, requests } = await startRecorder(inject("mockUrl"));
        const query = byExample(queryOf(found));
        const { code, stderr } = await csbs(
          "api",
          name,
          ...options,
          ...optionsFor(query),
          ...connection(url),
        );
        expect([code, stderr]).toEqual([0, ""]);
        const [sent] = requests;
        const target = new URL(sent?.target ?? "", url);
        expect([sent?.method, target.pathname]).toEqual([found.method.toUpperCase(), expectedPath(found)]);
        expect([...target.searchParams]).toEqual(
          Object.entries(query).map(([key, value]) => [key, String([value].flat()[0])]),
        );
        if (body !== undefined) expect(JSON.parse(sent?.body ?? "")).toEqual(body);
      });
    }

    test("has help with an example that can be typed", async () => {
      const { code, stdout, stderr } = await csbs("api", name, "--help");
      expect([code, stderr]).toEqual([0, ""]);
      for (const option of [...path.filter((word) => word.startsWith("--")), "--os-cloud", "OS_PASSWORD"]) {
        expect(stdout).toContain(option);
      }
      expect(stdout).toContain(`csbs api ${name}`);
    });

    if (path.length > 0) {
      test("demands what the path needs", async () => {
        const { code, stderr } = await csbs("api", name, "--mock");
        const message = /^csbs: required option '--[a-z-]+ <\w+>' not specified\n$/;
        expect([code, stderr]).toEqual([2, expect.stringMatching(message)]);
      });
    }
  },
);

describe("csbs api --help", () => {
  test("lists every operation under its tag, with its summary", async () => {
    const { stdout } = await csbs("api", "--help");
    for (const { operation } of operations) {
      const group = stdout
        .split("\n\n")
        .find((part) => part.startsWith(`${(operation as { tags?: string[] }).tags?.[0]}:\n`));
      expect(group).toMatch(new RegExp(`${commandOf(operation.operationId)} +${operation.summary}`));
    }
  });

  test("is as wide as the terminal, and no wider than reads well", async () => {
    for (const [columns, most] of [
      [72, 72],
      [300, 100],
    ] as const) {
      const { stdout } = await csbsIn({ columns }, "api", "list-policies", "--help");
      const options = stdout.slice(stdout.indexOf("Filters:"), stdout.indexOf("Example:"));
      expect(Math.max(...options.split("\n").map((line) => line.length))).toBeLessThanOrEqual(most);
    }
  });
});

describe("a body", () => {
  const id = ["--resource-id", "9422f270-6fcf-4ba2-9319-a007f2f63a8e"];
  const wrong: [body: string, message: RegExp][] = [
    ["", /the body from --body is empty/],
    [
      "order.json",
      /--body is not valid JSON, see line 1 column 1 \(for a file, write @ before its name\)|--body is not valid JSON/,
    ],
    ['{\n"protect":{}', /--body is not valid JSON/],
    ["{}", /--body: the body must have the field "protect"/],
    ['{"protect":{"nmae":"x"}}', /protect has the unknown field "nmae"; expected one of /],
    ['{"protect":{"backup_name":7}}', /protect\/backup_name must be a string\n/],
    ["@", /cannot read the body from @ without a file/],
    ["@no/such/file.json", /cannot read the body from no\/such\/file\.json \(ENOENT\)/],
    ["-", /the body from standard input is empty/],
  ];
  for (const [body, message] of wrong) {
    test(`that is ${JSON.stringify(body)} is refused before anything is sent`, async () => {
      const { url, requests } = await startRecorder(inject("mockUrl"));
      const { code, stdout, stderr } = await csbs(
        "api",
        "create-backup",
        ...id,
        "--body",
        body,
        ...connection(url),
      );
      expect([code, stdout, requests]).toEqual([2, "", []]);
      expect(stderr).toMatch(/^csbs: [^\n]+\n$/);
      expect(stderr).toMatch(message);
    });
  }

  test("is never shown", async () => {
    for (const body of ['{"protect":{"description":["hunter2"]}}', '{"protect": hunter2']) {
      const { code, stderr } = await csbs("api", "create-backup", ...id, "--mock", "--body", body);
      expect([code, stderr.includes("hunter2")]).toEqual([2, false]);
    }
  });

  test("is needed where something in it must be chosen", async () => {
    const { code, stderr } = await csbs("api", "create-policy", "--mock");
    expect([code, stderr]).toEqual([2, "csbs: required option '--body <json>' not specified\n"]);
  });

  test("is the smallest one when not given", async () => {
    const { url, requests } = await startRecorder(inject("mockUrl"));
    expect(await csbs("api", "create-backup", ...id, ...connection(url))).toMatchObject({
      code: 0,
      stderr: "",
    });
    expect(requests.map(({ body }) => JSON.parse(body) as unknown)).toEqual([{ protect: {} }]);
  });

  test("comes from a file too, or from standard input", async () => {
    const { url, requests } = await startRecorder(inject("mockUrl"));
    const file = new URL("payloads/order.json", import.meta.url).pathname;
    const readInput = async () => '\uFEFF{"protect":{"backup_name":"from-input"}}';
    await csbs("api", "create-backup", ...id, "--body", `@${file}`, ...connection(url));
    await csbsIn({ readInput }, "api", "create-backup", ...id, "--body", "-", ...connection(url));
    const bodies = requests.map(({ body }) => JSON.parse(body) as unknown);
    expect(bodies).toEqual([
      { protect: { backup_name: "from-file" } },
      { protect: { backup_name: "from-input" } },
    ]);
  });
});

describe("what is given as a number", () => {
  test("must be one", async () => {
    for (const limit of ["many", "0", "1.5"]) {
      const { code, stderr } = await csbs("api", "list-backups", "--mock", "--limit", limit);
      expect([code, stderr]).toEqual([
        2,
        expect.stringMatching(/^csbs: --limit is ".*"; it must be (an integer|at least 1)\n$/),
      ]);
    }
  });
});

describe("Ctrl-C and a broken pipe", () => {
  test("a call that is aborted ends with 130 and one line", async () => {
    const stop = new AbortController();
    const endpoint = await startServer(() => stop.abort());
    expect(await csbsIn({ signal: stop.signal }, "api", "list-backups", ...connection(endpoint))).toEqual({
      code: 130,
      stdout: "",
      stderr: "csbs: interrupted; what the service has begun goes on\n",
    });
  });
});

describe("csbs count --by status", () => {
  const respondTo = { available: 7, error: 2 } as Record<string, number>;
  const countServer = () =>
    startServer((request, response) => {
      const status = new URL(request.url ?? "", "http://x").searchParams.get("status") ?? "";
      response.end(JSON.stringify({ count: respondTo[status] ?? 0 }));
    });

  test("draws bars, the longest for the most", async () => {
    const { code, stdout, stderr } = await csbs(
      "count",
      "--by",
      "status",
      ...connection(await countServer()),
    );
    expect([code, stderr]).toEqual([0, ""]);
    const lines = stdout.trimEnd().split("\n");
    expect(lines).toHaveLength(10);
    expect(lines).toContain(`available        7  ${"█".repeat(40)}`);
    expect(lines).toContain(`error            2  ${"█".repeat(11)}`);
    expect(lines).toContain("deleted          0");
    expect(lines.at(-1)).toBe("total            9");
  });

  test("is a table or JSON too, and takes filters", async () => {
    const { url, requests } = await startRecorder(await countServer());
    const args = ["count", "--by", "status", "--name", "db", ...connection(url), "-o"];
    expect((await csbs(...args, "table")).stdout).toMatch(
      /^status +count\nwaiting_protect +0\n(?:.*\n)*total +9\n$/,
    );
    expect(JSON.parse((await csbs(...args, "json")).stdout)).toMatchObject({
      total: 9,
      available: 7,
      error: 2,
    });
    expect(requests.every(({ target }) => target.includes("name=db"))).toBe(true);
  });

  test("refuses what contradicts it", async () => {
    const wrong: [args: string[], message: RegExp][] = [
      [["--by", "status", "--status", "error"], /--by status and --status exclude each other/],
      [["--by", "name"], /--by is "name"; expected one of status/],
    ];
    for (const [args, message] of wrong) {
      expect(await csbs("count", "--mock", ...args)).toMatchObject({
        code: 2,
        stderr: expect.stringMatching(message),
      });
    }
  });
});
