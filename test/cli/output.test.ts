import { stripVTControlCharacters } from "node:util";
import { beforeEach, describe, expect, inject, test, vi } from "vitest";
import { cut, painterFor, widthOf } from "../../src/cli/output/colours.ts";
import { bodiesOf, pathArguments } from "../support/requests.ts";
import { startServer } from "../support/server.ts";
import { operations } from "../support/spec.ts";
import { clearVariables, connection, csbs, csbsIn, optionsFor } from "./support.ts";

beforeEach(() => {
  clearVariables();
  vi.stubEnv("TERM", "xterm");
});

/** Where every call gets a response with this. */
async function responding(body: unknown, status = 200): Promise<string[]> {
  const url = await startServer((_, response) => {
    response.writeHead(status);
    response.end(body === undefined ? undefined : JSON.stringify(body));
  });
  return connection(url);
}

const backups = {
  checkpoint_items: [
    {
      description: "before the upgrade",
      created_at: "2026-11-17T04:20:37.277880",
      status: "available",
      name: "db-01",
      id: "90c1d5fa-1b9f-4aeb-b2f4-81c806e98190",
      extend_info: { size: 1 },
      tags: [],
    },
    { id: "6c6f3a0e-52a1-4a7c-9e0e-2f0f4f6b7d11", name: "数据库", status: "error", created_at: null },
  ],
  checkpoint_items_links: [],
};

describe("a list as text", () => {
  test("is a table, what tells most first, times to the second", async () => {
    expect((await csbs("api", "list-backups", ...(await responding(backups)))).stdout).toBe(
      [
        "id                                    name    status     created_at           description",
        "90c1d5fa-1b9f-4aeb-b2f4-81c806e98190  db-01   available  2026-11-17T04:20:37  before the upgrade",
        "6c6f3a0e-52a1-4a7c-9e0e-2f0f4f6b7d11  数据库  error",
        "",
      ].join("\n"),
    );
  });

  test("has on a terminal the columns that fit, and cuts what is too long", async () => {
    const [item] = backups.checkpoint_items;
    const long = { checkpoint_items: [{ ...item, name: "x".repeat(60) }] };
    const { stdout } = await csbsIn({ columns: 95 }, "api", "list-backups", ...(await responding(long)));
    const lines = stdout
      .trimEnd()
      .split("\n")
      .map((line) => stripVTControlCharacters(line));
    expect(lines.map(widthOf).every((width) => width <= 95)).toBe(true);
    expect(lines[0]).toMatch(/^id +name +status$/);
    expect(lines[1]).toContain(`${"x".repeat(39)}…`);
    const narrow = await csbsIn({ columns: 10 }, "api", "list-backups", ...(await responding(long)));
    expect(stripVTControlCharacters(narrow.stdout)).toMatch(/^id\n90c1d5fa-\S+\n$/);
  });

  test("that is empty says so", async () => {
    expect((await csbs("api", "list-backups", ...(await responding({ checkpoint_items: [] })))).stdout).toBe(
      "(none)\n",
    );
  });

  test("aligns numbers on the right", async () => {
    expect((await csbs("api", "get-quotas", "--mock")).stdout).toBe(
      "type             quota  used  unit\nbackup_capacity     -1  1000  GB\nbackups            600    10\n",
    );
  });
});

describe("an object as text", () => {
  test("is lines of key and value, without what is empty", async () => {
    const policy = {
      policy: {
        id: "1",
        name: "weekly",
        status: "enabled",
        description: "",
        tags: [],
        keys: ["a", "b"],
        more: { deep: [{ n: 1 }] },
      },
    };
    const id = ["--policy-id", "27b11f3f-578d-4464-89d1-7c6d5894f753"];
    expect((await csbs("api", "get-policy", ...id, ...(await responding(policy)))).stdout).toBe(
      [
        "id           1",
        "name         weekly",
        "status       enabled",
        "keys         a, b",
        "more.deep.0.n  1",
        "",
      ]
        .join("\n")
        .replace(/^(id|name|status|keys) +/gm, (match) => match.trim().padEnd(15)),
    );
  });

  test("that is empty, and no response at all, are nothing", async () => {
    const id = ["--policy-id", "27b11f3f-578d-4464-89d1-7c6d5894f753"];
    for (const body of [{}, undefined]) {
      expect(await csbs("api", "delete-policy", ...id, ...(await responding(body)))).toEqual({
        code: 0,
        stdout: "",
        stderr: "",
      });
    }
  });
});

describe("every operation as text", () => {
  for (const found of operations) {
    const name = found.operation.operationId.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    test(`csbs ${name}`, async () => {
      const [{ body } = {}] = bodiesOf(found);
      const options = [
        ...optionsFor(pathArguments(found)),
        ...(body === undefined ? [] : ["--body", JSON.stringify(body)]),
      ];
      const { code, stdout } = await csbsIn(
        { columns: 100 },
        "api",
        name,
        ...options,
        ...connection(inject("mockUrl")),
      );
      expect(code).toBe(0);
      expect(stdout).not.toMatch(/\[object|undefined|null/);
    });
  }
});

describe("JSON", () => {
  test("is indented on a terminal and one line elsewhere", async () => {
    const args = ["count", "-o", "json", ...connection(inject("mockUrl"))];
    expect((await csbsIn({ columns: 80 }, ...args)).stdout).toBe('{\n  "count": 10\n}\n');
    expect((await csbs(...args)).stdout).toBe('{"count":10}\n');
  });
});

describe("control characters that the service sends", () => {
  const evil = { quotas: { resources: [{ type: "a\u001b[31m\u009b2J\nb", quota: 1, used: 0 }] } };

  test("do not reach the terminal, as text or as JSON", async () => {
    const args = ["api", "get-quotas", ...(await responding(evil))];
    for (const form of ["text", "json"]) {
      const { stdout } = await csbs(...args, "-o", form);
      expect(stdout.replaceAll("\n", "")).not.toMatch(/\p{Cc}/u);
    }
    expect(JSON.parse((await csbs(...args, "-o", "json")).stdout)).toEqual(evil);
  });
});

describe("colours", () => {
  const csi = "\u001b[";

  test("are for terminals only, and not where NO_COLOR is set or the terminal is dumb", async () => {
    const shows = async (columns: number | undefined) =>
      (await csbsIn({ columns }, "api", "list-backups", ...connection(inject("mockUrl")))).stdout.includes(
        csi,
      );
    expect([await shows(200), await shows(undefined)]).toEqual([true, false]);
    vi.stubEnv("NO_COLOR", "1");
    expect(await shows(200)).toBe(false);
    vi.stubEnv("NO_COLOR", "");
    vi.stubEnv("TERM", "dumb");
    expect(await shows(200)).toBe(false);
  });

  test("tell states apart", async () => {
    const { stdout } = await csbsIn(
      { columns: 200 },
      "api",
      "list-backups",
      ...connection(inject("mockUrl")),
    );
    expect(stdout).toContain(`${csi}32mavailable${csi}39m`);
    expect(stdout).toContain(`${csi}31merror${csi}39m`);
    expect(painterFor({ columns: 80 })("red", "")).toBe("");
  });
});

test("a text is cut at columns, of which some characters take two", () => {
  expect([widthOf("数据"), cut("数据库备份", 6), cut("abc", 3), cut("abcd", 3)]).toEqual([
    4,
    "数据…",
    "abc",
    "ab…",
  ]);
});
