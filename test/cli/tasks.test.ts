import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Io } from "../../src/cli/io.ts";
import { mapDisks } from "../../src/cli/tasks/disks.ts";
import { createCsbsClient, token } from "../../src/index.ts";
import { type Mock, type Scenario, startMock } from "../../src/mock.ts";
import { projectId, secret } from "../support/client.ts";
import { startServer } from "../support/server.ts";
import { clearVariables, connection, csbsIn } from "./support.ts";

beforeEach(clearVariables);

const server = "9422f270-6fcf-4ba2-9319-a007f2f63a8e";
const backup = "90c1d5fa-1b9f-4aeb-b2f4-81c806e98190";
const record = "f672a1bb-6912-446a-816c-72792c5263e0";
const policy = "27b11f3f-578d-4464-89d1-7c6d5894f753";

const scenario: Scenario = {
  time: { secondsPerPoll: 3600 },
  state: {
    backups: [
      { id: backup, checkpoint_id: record, resource_id: server, name: "upgrade", resource_name: "db-01" },
      { count: 3, name: "old", resource_id: server, resource_name: "db-01", age: 40 * 86_400 },
      { count: 2, name: "failed", resource_name: "web", status: "error", age: 40 * 86_400 },
      { name: "failed-today", resource_name: "web-9", status: "error", age: 60 },
      { name: "failed-now", resource_name: "web-10", status: "error", age: 30 },
    ],
    policies: [{ id: policy, name: "thursdays", servers: [server] }],
  },
};

let mock: Mock;
beforeAll(async () => {
  mock = await startMock({ scenario });
});
afterAll(() => mock.stop());

const run = (args: string[], world: Partial<Io> = {}) => csbsIn(world, ...args, ...connection(mock.url));
const client = () => createCsbsClient({ endpoint: mock.url, projectId, auth: token(secret) });
const count = async (filters: object) => (await client().countBackups(filters)).count;

/** Every command that changes something, with what it is given. */
const changes = [
  ["backup", "db-01"],
  ["restore", "upgrade"],
  ["prune", "--status", "error"],
  ["policy", "create", "nightly", "--at", "02:30", "--keep", "14"],
  ["policy", "run", "thursdays"],
  ["policy", "enable", "thursdays"],
  ["policy", "disable", "thursdays"],
  ["policy", "add", "thursdays", "web-1"],
  ["policy", "remove", "thursdays", "db-01"],
  ["policy", "delete", "thursdays"],
  ["tag", "add", "upgrade", "stage=prod"],
  ["tag", "remove", "upgrade", "department"],
];

describe.each(changes.map((args) => [args.join(" "), args] as const))("csbs %s", (_, args) => {
  const changing = () =>
    mock.requests.filter(({ method, target }) => method !== "GET" && !target.endsWith("/resources/action"));

  test("without a terminal wants --yes or --dry-run", async () => {
    const before = mock.requests.length;
    const { code, stdout, stderr } = await run(args);
    expect([code, stdout, mock.requests.length]).toEqual([2, "", before]);
    expect(stderr).toBe(
      "csbs: there is no terminal to confirm on; add --yes to go on without, or --dry-run to see what would be done\n",
    );
  });

  test("with --dry-run prints calls that csbs api would make, and changes nothing", async () => {
    const before = changing().length;
    const { code, stdout } = await run([...args, "--dry-run"]);
    expect([code, changing().length]).toEqual([0, before]);
    expect(stdout).toMatch(/^(csbs api [a-z-]+ --.*\n)+$/);
  });

  test("changes nothing when the user does not confirm", async () => {
    const before = changing().length;
    const questions: string[] = [];
    const ask = async (question: string) => {
      questions.push(question);
      return "n";
    };
    const { code, stderr } = await run(args, { ask });
    expect([code, changing().length]).toEqual([1, before]);
    expect(stderr).toMatch(/csbs: not confirmed; nothing was changed\n$/);
    expect(questions).toEqual([expect.stringMatching(/\? .*\[y\/N\] $|\? \[y\/N\] $/)]);
  });
});

describe("a dry run", () => {
  test("prints a command that does the same", async () => {
    const { stdout } = await run(["backup", "db-01", "--description", "it's new", "--dry-run"]);
    expect(stdout).toBe(
      `csbs api create-backup --resource-id ${server} --body '{"protect":{"description":"it'\\''s new"}}'\n`,
    );
  });

  test("excludes --yes", async () => {
    const { code, stderr } = await run(["policy", "enable", "thursdays", "--dry-run", "--yes"]);
    expect([code, stderr]).toEqual([2, "csbs: --dry-run and --yes exclude each other; leave one out\n"]);
  });
});

describe("csbs backup", () => {
  test("makes one backup for each server, waits and prints them", async () => {
    const args = ["backup", "db-01", "web-1", "--name", "both", "--wait", "--yes"];
    const { code, stdout, stderr } = await run([...args, "-o", "jsonl"]);
    expect(code).toBe(0);
    const made = stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(made).toEqual([
      expect.objectContaining({ name: "both", status: "available", resource_id: server }),
      expect.objectContaining({ name: "both", status: "available" }),
    ]);
    expect(stderr).toMatch(/csbs: backing up db-01 \(.*\) in record /);
    expect(stderr).toMatch(/2 available 100 %/);
  }, 20_000);

  test("names the option of a wrong value", async () => {
    const { code, stderr } = await run(["backup", "db-01", "--name", "a b", "--yes"]);
    expect([code, stderr]).toEqual([2, "csbs: --name must be letters, digits, hyphens and underscores\n"]);
  });

  test.each([
    [backup, `is the backup "upgrade"; its record is ${record}, its server ${server}`],
    [record, `is a backup record; its backups are ${backup}`],
    [policy, 'is the policy "thursdays"'],
  ])("explains that %s is not a server", async (id, words) => {
    const { code, stderr } = await run(["backup", id, "--yes"]);
    expect([code, stderr]).toEqual([1, `csbs: expected a server, but ${id} ${words}\n`]);
  });

  test("suggests the name of a server", async () => {
    const { stderr } = await run(["backup", "db01", "--yes"]);
    expect(stderr).toBe('csbs: no policy and no backup has a server named "db01"; did you mean db-01?\n');
  });

  test("goes on when one server cannot be backed up", async () => {
    const busy = await startMock({
      scenario: {
        state: {
          backups: [
            { name: "a", resource_name: "busy", status: "protecting" },
            { name: "b", resource_name: "idle" },
          ],
        },
      },
    });
    const args = ["backup", "busy", "idle", "--yes", ...connection(busy.url)];
    const { code, stdout, stderr } = await csbsIn({}, ...args);
    await busy.stop();
    expect([code, stdout.split("\n").length]).toEqual([1, 3]);
    expect(stderr).toMatch(/^csbs: busy \(.*\): CSBS\.6005: .*\ncsbs: 1 of 2 backups failed\n$/);
  });
});

describe("csbs wait", () => {
  test("waits for a record and for a backup by name", async () => {
    const { code, stdout } = await run(["wait", record, "upgrade", "-o", "id"]);
    expect([code, stdout]).toEqual([0, `${backup}\n${backup}\n`]);
  });

  test("reports each failure, and prints the rest", async () => {
    const { code, stdout, stderr } = await run(["wait", "failed-today", "upgrade", "-o", "id"]);
    expect([code, stdout]).toEqual([1, `${backup}\n`]);
    expect(stderr).toMatch(
      /failed-today .* is error \(The disk is in error\.\)\n.*csbs: 1 of 2 waits failed\n$/s,
    );
  });

  test("says how to continue after Ctrl-C", async () => {
    const slow = await startMock({
      scenario: { state: { backups: [{ id: backup, status: "protecting" }] } },
    });
    const stop = new AbortController();
    const err = (text: string) => {
      if (text.includes("protecting")) stop.abort();
      written += text;
    };
    let written = "";
    const args = ["wait", backup, ...connection(slow.url)];
    const { code } = await csbsIn({ signal: stop.signal, err }, ...args);
    await slow.stop();
    expect(code).toBe(130);
    expect(written).toMatch(
      `what the service has begun goes on; continue waiting with: csbs wait ${backup}\n`,
    );
  });
});

describe("csbs restore", () => {
  test("checks, restores and waits", async () => {
    const { code, stdout, stderr } = await run(["restore", "upgrade", "--wait", "--yes", "-o", "json"]);
    expect([code, JSON.parse(stdout)]).toEqual([
      0,
      { restore: expect.objectContaining({ status: "in_progress" }) },
    ]);
    expect(stderr).toMatch(/csbs: waiting_restore .*csbs: restored db-01 \(.*\) from upgrade of /s);
  }, 20_000);

  test("asks with what is overwritten", async () => {
    let question = "";
    const ask = async (text: string) => {
      question = text;
      return "";
    };
    await run(["restore", "db-01", "--latest"], { ask });
    expect(question).toMatch(
      /^Overwrite 2 disks \(.*\) of db-01 \(.*\) with the backup \S+ of \d{4}-.*\? \[y\/N\] $/,
    );
  });

  test("does nothing where the service says that it is not possible", async () => {
    const { code, stderr } = await run(["restore", "failed-today", "--yes"]);
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /^csbs: (this restore is not possible: CSBS\.4000: |the backup .* has no disk backups)/,
    );
  });

  test("wants a disk for each disk backup on another server", async () => {
    const { code, stderr } = await run(["restore", "upgrade", "--server", "web-1", "--yes"]);
    expect(code).toBe(2);
    expect(stderr).toMatch(
      /^csbs: another server needs --disk for each disk backup; missing: .* \(db-01, system disk, /,
    );
  });

  test("does not guess the disk of a disk backup that does not name it", () => {
    const backup = { id: "b", extend_info: { volume_backups: [{ id: "v", source_volume_name: "data" }] } };
    expect(() => mapDisks(backup as never, [], true)).toThrow(
      "the backup does not say which disk it was made of; give --disk for v (data)",
    );
    expect(mapDisks(backup as never, [{ source: "v", volume: "d" }], true)).toEqual([
      { backup_id: "v", volume_id: "d" },
    ]);
  });

  test("takes an ID in upper case for the server that was backed up", async () => {
    const { code, stdout } = await run(["restore", "upgrade", "--server", server.toUpperCase(), "--dry-run"]);
    expect([code, stdout]).toEqual([0, expect.stringContaining("c14856d0-07e8-453b-a442-444086cbad04")]);
  });

  test("maps disks by ID and by name", async () => {
    const disks = ["--disk", "c14856d0-07e8-453b-a442-444086cbad04=one", "--disk", "db-01-data=two"];
    const { stdout } = await run(["restore", "upgrade", "--server", "web-1", ...disks, "--dry-run"]);
    expect(stdout).toMatch(/"volume_id":"one".*"volume_id":"two"/);
  });
});

describe("csbs prune", () => {
  test("needs a filter", async () => {
    const { code, stderr } = await run(["prune", "--yes"]);
    expect([code, stderr]).toEqual([
      2,
      "csbs: prune needs a filter, such as --status error or --older-than 30d\n",
    ]);
  });

  test("deletes what the filters match, and says how much space it frees", async () => {
    const others = await count({ status: "available" });
    const { code, stdout, stderr } = await run([
      "prune",
      "--status",
      "error",
      "--older-than",
      "30d",
      "--wait",
      "--yes",
      "-o",
      "csv",
    ]);
    expect([code, stdout.match(/^failed-\d/gm)]).toEqual([0, ["failed-1", "failed-2"]]);
    expect(stderr).toMatch(/csbs: deleted 2 backups, \d/);
    expect(await count({ status: "error" })).toBe(2);
    expect(await count({ status: "available" })).toBe(others);
  }, 20_000);

  test("keeps the newest available backups of each server", async () => {
    const args = ["prune", "--server", "db-01", "--status", "available", "--dry-run"];
    const all = await count({ resource_id: server, status: "available" });
    for (const [keep, deleted] of [
      [[], all - 1],
      [["--keep-last", "0"], all],
      [["--keep-last", "2"], all - 2],
    ] as const) {
      const { stdout } = await run([...args, ...keep]);
      expect(stdout.trim().split("\n")).toHaveLength(deleted);
    }
  });

  test("deletes nothing that a service returns against the filters", async () => {
    const { backupsToPrune } = await import("../../src/cli/tasks/prune.ts");
    const honest = client();
    // A page without filters, then the end.
    const listBackups = ({ marker }: { marker?: string }) =>
      honest.listBackups(marker === undefined ? {} : { marker });
    const deaf = {
      ...honest,
      listBackups: Object.assign(listBackups, { operationId: "listBackups" }),
    } as typeof honest;
    const { backups } = await backupsToPrune(
      deaf,
      { status: "error", end_time: "2020-01-01T00:00:00" },
      0,
      undefined,
    );
    expect(backups).toEqual([]);
  });
});

describe("csbs policy", () => {
  test("create, add, disable, run, delete", async () => {
    const created = await run([
      "policy",
      "create",
      "nightly",
      "--at",
      "02:30",
      "--days",
      "mo,tu",
      "--keep-days",
      "14",
      "--server",
      "web-1",
      "--yes",
      "-o",
      "json",
    ]);
    expect(created.code).toBe(0);
    const { id } = JSON.parse(created.stdout).policy;
    const pattern = async () => (await client().getPolicy({ policy_id: id })).policy;
    expect((await pattern()).scheduled_operations?.[0]).toMatchObject({
      enabled: true,
      operation_definition: { retention_duration_days: 14 },
      trigger: { properties: { pattern: expect.stringContaining("BYDAY=MO,TU;BYHOUR=2;BYMINUTE=30") } },
    });
    expect((await run(["policy", "add", "nightly", "web-9", "--yes"])).stderr).toBe(
      "csbs: the policy nightly has web-1, web-9\n",
    );
    expect((await run(["policy", "disable", "nightly", "--yes"])).code).toBe(0);
    expect((await pattern()).scheduled_operations?.[0]?.enabled).toBe(false);
    const ran = await run(["policy", "run", "nightly", "--server", "web-9", "--wait", "--yes", "-o", "csv"]);
    expect([ran.code, ran.stdout.split("\r\n").length]).toEqual([0, 3]);
    expect((await run(["policy", "remove", "nightly", "web-1", "--yes"])).stderr).toBe(
      "csbs: the policy nightly has web-9\n",
    );
    expect((await run(["policy", "delete", "nightly", "--yes"])).stderr).toBe(
      "csbs: deleted the policy nightly\n",
    );
  }, 30_000);

  test.each([
    [["--keep", "0"], "--keep must be a whole number, from 1 to 99999"],
    [
      [],
      "a policy needs --keep, --keep-days or another option that says what is kept; --keep all keeps everything",
    ],
    [
      ["--keep", "all", "--keep-days", "3"],
      "--keep all and the other options of retention exclude each other; leave one out",
    ],
    [["--keep", "3", "--days", "never"], "--days must be one or more of mo, tu, we, th, fr, sa, su"],
    [
      ["--keep-daily", "3"],
      "--keep-daily, --keep-weekly, --keep-monthly and --keep-yearly need --keep-timezone such as UTC+01:00",
    ],
  ])("create refuses %j", async (args, message) => {
    const { code, stderr } = await run(["policy", "create", "p", "--at", "02:30", ...args, "--yes"]);
    expect([code, stderr]).toEqual([2, `csbs: ${message}\n`]);
  });

  test("suggests the name of a policy", async () => {
    const { stderr } = await run(["policy", "run", "thursday", "--yes"]);
    expect(stderr).toBe('csbs: the project has no policy named "thursday"; did you mean thursdays?\n');
  });
});

describe("csbs tag", () => {
  test("add, list, find, remove", async () => {
    expect((await run(["tag", "add", "upgrade", "stage=prod", "--yes"])).code).toBe(0);
    expect((await run(["tag", "add", "thursdays", "stage=prod", "--yes"])).code).toBe(0);
    expect((await run(["tag", "list", "upgrade"])).stdout).toMatch(/^key +value\nstage +prod\n$/);
    expect((await run(["tag", "list", "-o", "csv"])).stdout).toBe(
      "on,key,values\r\nbackup,stage,prod\r\npolicy,stage,prod\r\n",
    );
    const found = await run(["tag", "find", "stage=prod", "-o", "csv"]);
    expect(found.stdout).toBe(
      `kind,name,id,tags\r\nbackup,upgrade,${backup},stage=prod\r\npolicy,thursdays,${policy},stage=prod\r\n`,
    );
    expect((await run(["tag", "remove", "upgrade", "stage", "--yes"])).code).toBe(0);
    expect((await run(["tag", "find", "stage"])).stdout).not.toContain("backup");
  });
});

describe("csbs show", () => {
  test.each([
    ["upgrade", backup],
    [backup, backup],
    [record, backup],
    [server, backup],
    ["db-01", backup],
    ["thursdays", policy],
    [policy, policy],
  ])("%s", async (text, id) => {
    const { code, stdout } = await run(["show", text, "-o", "json"]);
    expect([code, stdout]).toEqual([0, expect.stringContaining(id)]);
  });

  test.each([400, 403])("%d of the service is not taken for a missing ID", async (status) => {
    const refusing = await startServer((_, response) => {
      response.writeHead(status, { "content-type": "application/json" });
      response.end('{"error_code":"CSBS.9999","error_msg":"project not allowed"}');
    });
    const { code, stderr } = await csbsIn({}, "show", backup, ...connection(refusing));
    expect([code, stderr]).toEqual([1, expect.stringContaining("project not allowed")]);
  });

  test("says that nothing has the name", async () => {
    const { code, stderr } = await run(["show", "nothing"]);
    expect([code, stderr]).toEqual([
      1,
      'csbs: the project has no backup, backup record, policy or server named "nothing"\n',
    ]);
  });
});

describe("csbs list servers", () => {
  test("finds the servers without a good backup", async () => {
    const all = await run(["list", "servers", "-o", "csv", "--columns", "name"]);
    const none = await run([
      "list",
      "servers",
      "-o",
      "csv",
      "--columns",
      "name",
      "--without-backup-since",
      "7d",
    ]);
    expect(all.stdout).toContain("db-01");
    expect(none.stdout).toContain("web-10");
    expect(none.stdout).not.toContain("db-01");
  });
});

test("a call with an ID of the wrong kind says what the ID is", async () => {
  const { code, stderr } = await run(["api", "delete-backup", "--checkpoint-id", backup]);
  expect(code).toBe(1);
  expect(stderr).toContain(
    `${backup} is the backup "upgrade"; its record is ${record}, its server ${server}.\n`,
  );
});
