import { getEventListeners } from "node:events";
import { beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { CsbsConfigError, CsbsError, CsbsTimeoutError, type components } from "../../src/index.ts";
import {
  CsbsBackupError,
  waitForBackup,
  waitForDeletion,
  waitForPolicyRun,
  waitForRestore,
} from "../../src/operations/wait.ts";
import { type BackupProgress, type CsbsWaitTimeoutError, isTerminal } from "../../src/operations/watch.ts";
import { json, rejection, stubbedClient } from "../support/client.ts";

type Backup = components["schemas"]["Backup"];

const checkpoint_item_id = "90c1d5fa-1b9f-4aeb-b2f4-81c806e98190";
const checkpoint_id = "f672a1bb-6912-446a-816c-72792c5263e0";
const target = { checkpoint_item_id };

function backup(status: string, extend_info: Backup["extend_info"] = {}, id = checkpoint_item_id): Backup {
  const resource_id = "9422f270-6fcf-4ba2-9319-a007f2f63a8e";
  return { id, checkpoint_id, resource_id, name: "nightly", status, extend_info };
}

const one = (...of: Parameters<typeof backup>) => json({ checkpoint_item: backup(...of) });
const several = (...backups: Backup[]) => json({ checkpoint_items: backups });
const missing = () => json({ error_code: "CSBS.3001", error_msg: "not found" }, { status: 404 });
const failing = (status: number) => json({ error_code: "CSBS.9999", error_msg: "no" }, { status });

/** A client that gets these responses, the last one for good, and the seconds at which it asked. */
function responding(...responses: (() => Response)[]) {
  const times: number[] = [];
  const begun = Date.now();
  const { csbs } = stubbedClient(
    () => {
      times.push((Date.now() - begun) / 1_000);
      return (responses[times.length - 1] ?? (responses.at(-1) as () => Response))();
    },
    { retries: 0 },
  );
  return { csbs, times };
}

/** Lets time pass until the promise has settled. Bodies are read by real turns of the event loop. */
async function settle<T>(promise: Promise<T>): Promise<T> {
  let settled = false;
  const end = () => {
    settled = true;
  };
  promise.then(end, end);
  while (!settled) {
    for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    if (!settled) await vi.advanceTimersToNextTimerAsync();
  }
  return promise;
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date", "performance"] });
  vi.spyOn(Math, "random").mockReturnValue(0.5);
  onTestFinished(() => {
    const left = vi.getTimerCount();
    vi.useRealTimers();
    expect(left).toBe(0);
  });
});

describe("waitForBackup", () => {
  test("resolves to the backup at the first poll, when it is available", async () => {
    const { csbs, times } = responding(() => one("available"));
    expect(await settle(waitForBackup(csbs, target))).toEqual(backup("available"));
    expect(times).toEqual([0]);
  });

  test("polls after 2 s, then after half as long again each time, up to 30 s", async () => {
    const waiting = Array.from({ length: 10 }, () => () => one("protecting"));
    const { csbs, times } = responding(...waiting, () => one("available"));
    await settle(waitForBackup(csbs, target));
    const waits = times.slice(1).map((time, index) => Math.round((time - (times[index] ?? 0)) * 10) / 10);
    expect(waits).toEqual([2, 3, 4.5, 6.8, 10.1, 15.2, 22.8, 30, 30, 30]);
  });

  test("polls as soon as the interval says, and then after half as long again", async () => {
    const waiting = Array.from({ length: 3 }, () => () => one("protecting"));
    const { csbs, times } = responding(...waiting, () => one("available"));
    await settle(waitForBackup(csbs, target, { interval: 100 }));
    expect(times).toEqual([0, 0.1, 0.25, 0.475]);
  });

  test.each([0, -1, Number.NaN])("refuses an interval of %d", async (interval) => {
    const { csbs, times } = responding(() => one("available"));
    const error = await rejection(waitForBackup(csbs, target, { interval }));
    expect(error).toBeInstanceOf(CsbsConfigError);
    expect((error as Error).message).toBe("getBackup: interval must be a number of milliseconds above 0");
    expect(times).toEqual([]);
  });

  test("does not wait out a redirect, which leads to the same place again", async () => {
    const { csbs, times } = responding(() => new Response(null, { status: 307 }));
    const error = await rejection(settle(waitForBackup(csbs, target)));
    expect(error).toMatchObject({ name: "CsbsConnectionError" });
    expect(times).toEqual([0]);
  });

  test.each([
    [0, [1.6, 2.4]],
    [1, [2.4, 3.6]],
  ])("give or take a fifth (%d)", async (random, waits) => {
    vi.spyOn(Math, "random").mockReturnValue(random);
    const { csbs, times } = responding(
      () => one("protecting"),
      () => one("protecting"),
      () => one("available"),
    );
    await settle(waitForBackup(csbs, target));
    expect(times[1]).toBeCloseTo(waits[0] as number, 2);
    expect((times[2] as number) - (times[1] as number)).toBeCloseTo(waits[1] as number, 2);
  });

  test("never waits longer than 30 s", async () => {
    vi.spyOn(Math, "random").mockReturnValue(0.999);
    const { csbs, times } = responding(() => one("protecting"));
    await settle(rejection(waitForBackup(csbs, target, { deadline: 600_000 })));
    const waits = times.slice(1).map((time, index) => time - (times[index] ?? 0));
    expect(Math.max(...waits)).toBeCloseTo(30, 3);
  });

  test("takes the ID of a record", async () => {
    const { csbs, times } = responding(
      () => several(),
      () => several(backup("waiting_protect")),
      () => several(backup("available")),
    );
    expect(await settle(waitForBackup(csbs, { checkpoint_id }))).toMatchObject({ status: "available" });
    expect(times).toHaveLength(3);
  });

  test("keeps waiting in states that nobody knows", async () => {
    const { csbs, times } = responding(
      () => one("waiting_protect"),
      () => one("protetcing"),
      () => one(""),
      () => one("available"),
    );
    await settle(waitForBackup(csbs, target));
    expect(times).toHaveLength(4);
  });

  test("tells the progress, a number or text", async () => {
    const { csbs } = responding(
      () => one("waiting_protect"),
      () => one("protecting", { progress: "37" as never }),
      () => one("protecting", { progress: "" as never }),
      () => one("available", { progress: 100 }),
    );
    const seen: BackupProgress[] = [];
    await settle(waitForBackup(csbs, target, { onProgress: (progress) => seen.push(progress) }));
    expect(seen.map(({ progress }) => progress)).toEqual([undefined, 37, undefined, 100]);
    expect(seen.at(-1)?.backup.status).toBe("available");
  });

  test("what onProgress throws ends the wait", async () => {
    const { csbs } = responding(() => one("protecting"));
    const reason = new Error("enough");
    const onProgress = () => {
      throw reason;
    };
    expect(await settle(rejection(waitForBackup(csbs, target, { onProgress })))).toBe(reason);
  });

  test("a backup in error is an error with code and reason", async () => {
    const failed = {
      fail_code: { Code: 4001, Description: "in code" },
      fail_reason: "The disk is in error.",
    };
    const { csbs } = responding(() => one("error", failed));
    const error = (await settle(rejection(waitForBackup(csbs, target)))) as CsbsBackupError;
    expect(error).toBeInstanceOf(CsbsBackupError);
    expect(error).toBeInstanceOf(CsbsError);
    expect(error).toMatchObject({
      failCode: 4001,
      failReason: "The disk is in error.",
      backup: backup("error", failed),
      operation: "getBackup",
      message: `getBackup: 1 of 1 not available: nightly ${checkpoint_item_id} is error (The disk is in error.)`,
    });
  });

  test.each([
    [{ fail_code: { Code: "1", Description: "in code" }, fail_reason: "" }, "1", "in code"],
    [{ fail_code: null, fail_reason: null }, undefined, undefined],
    [undefined, undefined, undefined],
  ])("without a reason: %j", async (extend_info, failCode, failReason) => {
    const { csbs } = responding(() => json({ checkpoint_item: { ...backup("error"), extend_info } }));
    const error = await settle(rejection(waitForBackup(csbs, target)));
    expect(error).toMatchObject({ failCode, failReason });
  });

  test("a backup that is deleted meanwhile is an error", async () => {
    const deleted = responding(() => one("deleted"));
    expect(await settle(rejection(waitForBackup(deleted.csbs, target)))).toMatchObject({
      name: "CsbsBackupError",
      backup: { status: "deleted" },
    });
    const gone = responding(() => one("deleting"), missing);
    const error = (await settle(rejection(waitForBackup(gone.csbs, target)))) as CsbsBackupError;
    expect(error.message).toBe("getBackup: the backup is gone");
    expect([error.backup, error.cause]).toEqual([undefined, expect.objectContaining({ status: 404 })]);
    expect(gone.times).toHaveLength(2);
  });

  test("a new backup may be invisible, for a minute", async () => {
    const { csbs } = responding(
      missing,
      missing,
      () => one("protecting"),
      () => one("available"),
    );
    expect(await settle(waitForBackup(csbs, target))).toMatchObject({ status: "available" });
  });

  test.each([
    ["404", target, missing, "getBackup"],
    ["an empty list", { checkpoint_id }, several, "listBackups"],
  ])("%s after a minute is an error", async (_, of, response, operation) => {
    const { csbs, times } = responding(response);
    const error = await settle(rejection(waitForBackup(csbs, of)));
    expect(error).toMatchObject({
      name: "CsbsBackupError",
      message: `${operation}: there is no such backup after 60000 ms`,
    });
    expect(times.at(-1)).toBeGreaterThanOrEqual(60);
    expect(times.at(-2)).toBeLessThan(60);
  });

  test("the gateway's 404 is not a missing backup", async () => {
    const noApi = () => json({ error_code: "APIGW.0101", error_msg: "no such API" }, { status: 404 });
    for (const wait of [waitForBackup, waitForDeletion]) {
      const { csbs } = responding(noApi);
      expect(await settle(rejection(wait(csbs, target)))).toMatchObject({ code: "APIGW.0101" });
    }
  });

  test("failures that may pass are tolerated", async () => {
    const { csbs, times } = responding(
      () => failing(429),
      () => failing(500),
      () => failing(503),
      () => {
        throw new TypeError("fetch failed");
      },
      () => one("available"),
    );
    await settle(waitForBackup(csbs, target));
    expect(times).toHaveLength(5);
  });

  test("others are not", async () => {
    const { csbs, times } = responding(() => failing(403));
    expect(await settle(rejection(waitForBackup(csbs, target)))).toMatchObject({ status: 403 });
    expect(times).toHaveLength(1);
  });

  test.each([
    ["getBackup", target],
    ["listBackups", { checkpoint_id }],
  ])("a response of %s without backups is an error, not an absence", async (operation, of) => {
    const { csbs } = responding(() => json({}));
    const error = await settle(rejection(waitForBackup(csbs, of)));
    expect(error).toMatchObject({ name: "CsbsResponseError", operation, status: 200 });
  });
});

describe("the deadline", () => {
  test("carries the backup that was last seen", async () => {
    const { csbs } = responding(
      () => one("protecting", { progress: 5 }),
      () => failing(503),
    );
    const error = (await settle(
      rejection(waitForBackup(csbs, target, { deadline: 100_000 })),
    )) as CsbsWaitTimeoutError;
    expect(error).toBeInstanceOf(CsbsTimeoutError);
    expect(error).toMatchObject({
      name: "CsbsWaitTimeoutError",
      timeout: 100_000,
      last: { status: "protecting" },
      cause: { status: 503 },
      message: `getBackup: the wait has not ended within 100000 ms; last seen: nightly ${checkpoint_item_id} is protecting`,
    });
    expect(error.stack).toContain(error.message);
  });

  test.each([
    [waitForBackup, 6 * 3_600_000],
    [waitForDeletion, 45 * 60_000],
  ])("of %o is %d ms by default", async (wait, deadline) => {
    const { csbs } = responding(() => one("deleting"));
    const begun = Date.now();
    const error = await settle(rejection(wait(csbs, target, { deadline: undefined })));
    expect(error).toMatchObject({ name: "CsbsWaitTimeoutError", timeout: deadline });
    expect(Date.now() - begun).toBe(deadline);
  });

  test("ends a poll that hangs", async () => {
    const { csbs } = stubbedClient(
      ({ signal }) =>
        new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason))),
      { retries: 0, timeout: Number.POSITIVE_INFINITY, deadline: Number.POSITIVE_INFINITY },
    );
    const error = await settle(rejection(waitForBackup(csbs, target, { deadline: 5_000 })));
    expect(error).toMatchObject({ name: "CsbsWaitTimeoutError", last: undefined });
  });

  test("of Infinity is none", async () => {
    const { csbs } = responding(
      () => one("protecting"),
      () => one("available"),
    );
    await settle(waitForBackup(csbs, target, { deadline: Number.POSITIVE_INFINITY }));
  });

  test.each([0, -1, Number.NaN])("of %d is refused", async (deadline) => {
    const { csbs, times } = responding(() => one("available"));
    expect(await rejection(waitForBackup(csbs, target, { deadline }))).toBeInstanceOf(CsbsConfigError);
    expect(times).toEqual([]);
  });
});

describe("the signal", () => {
  test("ends the wait at once, with its reason, and leaves nothing", async () => {
    const { csbs, times } = responding(() => one("protecting"));
    const controller = new AbortController();
    const reason = new Error("changed my mind");
    setTimeout(() => controller.abort(reason), 2_500);
    const error = await settle(rejection(waitForBackup(csbs, target, { signal: controller.signal })));
    expect(error).toBe(reason);
    expect(times).toEqual([0, 2]);
    expect(vi.getTimerCount()).toBe(0);
    expect(getEventListeners(controller.signal, "abort")).toHaveLength(0);
  });

  test("that has aborted already sends nothing", async () => {
    const { csbs, times } = responding(() => one("available"));
    const error = await rejection(waitForBackup(csbs, target, { signal: AbortSignal.abort() }));
    expect(error).toMatchObject({ name: "AbortError" });
    expect(times).toEqual([]);
  });

  test("that onProgress aborts ends it too", async () => {
    const { csbs } = responding(() => one("available"));
    const controller = new AbortController();
    const onProgress = () => controller.abort();
    const options = { signal: controller.signal, onProgress };
    expect(await settle(rejection(waitForBackup(csbs, target, options)))).toMatchObject({
      name: "AbortError",
    });
  });

  test("is left without listeners after a success", async () => {
    const { csbs } = responding(
      () => one("protecting"),
      () => one("available"),
    );
    const { signal } = new AbortController();
    await settle(waitForBackup(csbs, target, { signal }));
    expect(getEventListeners(signal, "abort")).toHaveLength(0);
  });
});

describe("waitForPolicyRun", () => {
  const plan = (servers: number) => ({
    id: checkpoint_id,
    protection_plan: {
      id: "p",
      resources: Array.from({ length: servers }, (_, n) => ({
        id: `${n}`,
        type: "OS::Nova::Server" as const,
      })),
    },
  });

  test("waits for all backups of the record", async () => {
    const { csbs } = responding(
      () => several(backup("available", {}, "a")),
      () => several(backup("available", {}, "a"), backup("protecting", {}, "b")),
      () => several(backup("available", {}, "a"), backup("available", {}, "b")),
    );
    const backups = await settle(waitForPolicyRun(csbs, plan(2), { project_id: "0".repeat(32) }));
    expect(backups.map(({ id }) => id)).toEqual(["a", "b"]);
  });

  test("does not wait for servers without a backup, after a minute", async () => {
    const { csbs, times } = responding(() => several(backup("available", {}, "a")));
    expect(await settle(waitForPolicyRun(csbs, plan(2)))).toHaveLength(1);
    expect(times.at(-1)).toBeGreaterThanOrEqual(60);
  });

  test("reports all that failed, when all have ended", async () => {
    const broken = backup("error", { fail_reason: "full" }, "b");
    const lost = backup("error", { fail_reason: "lost" }, "c");
    const { csbs, times } = responding(
      () => several(backup("protecting", {}, "a"), broken, lost),
      () => several(backup("available", {}, "a"), broken, lost),
    );
    const error = (await settle(rejection(waitForPolicyRun(csbs, { id: checkpoint_id })))) as CsbsBackupError;
    expect(times).toHaveLength(2);
    expect(error.failed.map(({ id }) => id)).toEqual(["b", "c"]);
    expect(error).toMatchObject({ backup: { id: "b" }, failReason: "full" });
    expect(error.message).toBe(
      "listBackups: 2 of 3 not available: nightly b is error (full); nightly c is error (lost)",
    );
  });

  test("at the deadline, the first that has not ended was seen last", async () => {
    const { csbs } = responding(() => several(backup("available", {}, "a"), backup("protecting", {}, "b")));
    const error = await settle(rejection(waitForPolicyRun(csbs, plan(2), { deadline: 9_000 })));
    expect(error).toMatchObject({ last: { id: "b" } });
  });
});

describe("waitForDeletion", () => {
  test.each([
    ["404", missing],
    ["deleted", () => one("deleted")],
  ])("%s is success", async (_, last) => {
    const { csbs, times } = responding(
      () => one("available"),
      () => one("deleting"),
      last,
    );
    expect(await settle(waitForDeletion(csbs, target))).toBeUndefined();
    expect(times).toHaveLength(3);
  });

  test("a backup that had failed before may go", async () => {
    const failed = () => one("error", { fail_op: "backup" });
    const { csbs } = responding(...Array.from({ length: 12 }, () => failed), () => one("deleting"), missing);
    await settle(waitForDeletion(csbs, target));
  });

  test("error after deleting is a failure", async () => {
    const { csbs } = responding(
      () => one("waiting_delete"),
      () => one("error", { fail_reason: "in use" }),
    );
    const error = await settle(rejection(waitForDeletion(csbs, target)));
    expect(error).toMatchObject({ name: "CsbsBackupError", failReason: "in use" });
  });

  test("so is the service's word for it, a minute later", async () => {
    const { csbs, times } = responding(() => one("error", { fail_op: "delete" }));
    const error = await settle(rejection(waitForDeletion(csbs, target)));
    expect(error).toMatchObject({
      name: "CsbsBackupError",
      message: expect.stringContaining("the deletion has failed"),
    });
    expect(times.at(-1)).toBeGreaterThanOrEqual(60);
  });
});

test("isTerminal knows the states in which nothing more happens", () => {
  const states = ["available", "error", "deleted", "protecting", "waiting_delete", "restoring", "ERROR", ""];
  expect(states.filter(isTerminal)).toEqual(["available", "error", "deleted"]);
});

test.each([undefined, "", null, 7, ["a"]])(
  "an ID that is %j is refused before anything is sent",
  async (id) => {
    const { csbs, times } = responding(() => several(backup("available")));
    const waits = [
      [waitForBackup(csbs, { checkpoint_item_id: id as string }), "checkpoint_item_id"],
      [waitForBackup(csbs, { checkpoint_id: id as string }), "checkpoint_id"],
      [waitForDeletion(csbs, { checkpoint_item_id: id as string }), "checkpoint_item_id"],
      [
        waitForPolicyRun(csbs, { id } as unknown as Parameters<typeof waitForPolicyRun>[1]),
        "id of the checkpoint",
      ],
    ] as const;
    for (const [wait, name] of waits) {
      const error = await rejection(wait);
      expect(error).toBeInstanceOf(CsbsConfigError);
      expect((error as Error).message).toContain(`${name} must be a text`);
    }
    expect(times).toEqual([]);
  },
);

test("an onProgress that rejects ends the wait, as one that throws does", async () => {
  const reason = new Error("enough");
  const { csbs } = responding(() => one("protecting"));
  const onProgress = async () => {
    throw reason;
  };
  expect(await rejection(settle(waitForBackup(csbs, target, { onProgress })))).toBe(reason);
});

describe("waitForRestore", () => {
  test("ends when the backup was restoring and is available again", async () => {
    const { csbs, times } = responding(
      () => one("available"),
      () => one("waiting_restore"),
      () => one("restoring"),
      () => one("available"),
    );
    expect(await settle(waitForRestore(csbs, target))).toMatchObject({ status: "available" });
    expect(times).toHaveLength(4);
  });

  test("error after restoring is a failure", async () => {
    const { csbs } = responding(
      () => one("restoring"),
      () => one("error", { fail_reason: "disk not attached" }),
    );
    const error = await settle(rejection(waitForRestore(csbs, target)));
    expect(error).toMatchObject({ name: "CsbsBackupError", failReason: "disk not attached" });
  });

  test("a restore that does not begin within a minute is not a success", async () => {
    const { csbs, times } = responding(() => one("available"));
    const error = await settle(rejection(waitForRestore(csbs, target)));
    expect(error).toMatchObject({ message: expect.stringContaining("the restore has not begun") });
    expect(times.at(-1)).toBeGreaterThanOrEqual(60);
  });

  test("a backup that does not exist is reported at once", async () => {
    const { csbs, times } = responding(missing);
    const error = await settle(rejection(waitForRestore(csbs, target)));
    expect(error).toMatchObject({ message: expect.stringContaining("there is no such backup") });
    expect(times).toHaveLength(1);
  });
});
