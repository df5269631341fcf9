import { describe, expect, test, vi } from "vitest";
import { CsbsConfigError } from "../../src/index.ts";
import { MockClock } from "../../src/mock/clock.ts";
import type { OperationId } from "../../src/mock/description/document.ts";
import { rejection } from "../support/client.ts";
import { playing } from "../support/scenario.ts";
import { policyBody, type Response, serviceOf } from "../support/service.ts";

const realTime = Date.now();
const server = "9422f270-6fcf-4ba2-9319-a007f2f63a8e";
const otherServer = "5aa119a8-d25b-45a7-8d1b-88e127885635";
const backup = "90c1d5fa-1b9f-4aeb-b2f4-81c806e98190";
const record = "f672a1bb-6912-446a-816c-72792c5263e0";
const policy_id = "27b11f3f-578d-4464-89d1-7c6d5894f753";

const oneBackup = {
  state: { backups: [{ id: backup, checkpoint_id: record, resource_id: server }] },
};

/** Repeats requests until one of their responses is the wanted one; fails when that takes too many. */
function until(
  service: ReturnType<typeof serviceOf>,
  requests: readonly (readonly [OperationId, Parameters<typeof service.call>[1]?])[],
  isWanted: (response: Response) => boolean,
): number {
  for (let round = 1; round <= 30; round += 1) {
    for (const [operation, request] of requests) {
      if (isWanted(service.call(operation, request))) return round;
    }
  }
  throw new Error("the client never gets through");
}

const getItem = ["getBackup", { path: { checkpoint_item_id: backup } }] as const;
const deleteRecord = ["deleteBackup", { path: { checkpoint_id: record } }] as const;
const post = ["createBackup", { path: { resource_id: server }, body: { protect: {} } }] as const;
const isGone = (response: Response) => response?.error_code === "CSBS.3001";

describe("time advances for a client that", () => {
  test("waits minutes between its requests, as Terraform providers do", () => {
    const service = serviceOf({ state: {} });
    const id = service.call(...post).checkpoint?.id;
    const list = ["listBackups", { query: { checkpoint_id: id } }] as const;
    expect(service.call(...list).checkpoint_items?.[0]?.status).toBe("waiting_protect");
    const states = [180, 360].map((seconds) => {
      vi.spyOn(Date, "now").mockReturnValue(realTime + seconds * 1000);
      const [item] = service.call("listBackups").checkpoint_items ?? [];
      return item?.status;
    });
    expect(states).toEqual(["protecting", "available"]);
  });

  test("gets the backup and deletes its record until 404, as Terraform providers do", () => {
    expect(until(serviceOf(oneBackup), [getItem, deleteRecord], isGone)).toBeGreaterThan(3);
  });

  test("only repeats its deletion until 404", () => {
    expect(until(serviceOf(oneBackup), [deleteRecord], isGone)).toBeGreaterThan(3);
  });

  test("only repeats its request for a backup until a second one is accepted", () => {
    const service = serviceOf({ state: {} });
    service.call(...post);
    expect(until(service, [post], ({ checkpoint }) => checkpoint !== undefined)).toBeGreaterThan(3);
  });

  test("repeats its request for a backup, with a new name each time", () => {
    const service = serviceOf({ state: {} });
    service.call(...post);
    let tries = 0;
    const isAccepted = () => {
      tries += 1;
      const body = { protect: { backup_name: `try-${tries}` } };
      return service.call("createBackup", { path: { resource_id: server }, body }).checkpoint !== undefined;
    };
    while (!isAccepted()) expect(tries).toBeLessThan(30);
    expect(tries).toBeGreaterThan(3);
  });

  test("alternates list and get", () => {
    const service = serviceOf(oneBackup);
    service.call(...deleteRecord);
    expect(until(service, [["listBackups"], getItem], isGone)).toBeGreaterThan(3);
  });

  test("polls counts", () => {
    const service = serviceOf({ state: {} });
    service.call(...post);
    const count = ["countBackups", { query: { status: "available" } }] as const;
    expect(until(service, [count], (response) => response.count === 1)).toBeGreaterThan(3);
  });

  test("polls with its parameters in another order each time, or with unknown ones", () => {
    const service = serviceOf({ state: {} });
    service.call(...post);
    for (let poll = 0; poll < 8; poll += 1) {
      const query = poll % 2 === 0 ? { limit: "5", offset: "0" } : { offset: "0", limit: "5", _: `${poll}` };
      service.call("listBackups", { query });
    }
    expect(service.call("countBackups", { query: { status: "available" } })).toEqual({ count: 1 });
  });

  test("changes the same thing in between, again and again", () => {
    const tag = [
      "addPolicyTag",
      { path: { resource_id: policy_id }, body: { tag: { key: "a", value: "b" } } },
    ] as const;
    const service = serviceOf({ state: { ...oneBackup.state, policies: [{ id: policy_id }] } });
    service.call(...deleteRecord);
    expect(until(service, [tag, getItem], isGone)).toBeGreaterThan(3);
  });

  test("never makes the same request twice", () => {
    const service = serviceOf(oneBackup);
    service.call(...deleteRecord);
    for (let second = 0; second < 600; second += 1) {
      const end_time = new Date(second * 1000).toISOString().slice(0, 19);
      service.call("countBackups", { query: { end_time } });
    }
    expect(service.call("countBackups")).toEqual({ count: 0 });
  });

  test("runs a policy until it has ended", () => {
    const service = serviceOf({ state: { policies: [{ id: policy_id, servers: [server] }] } });
    const run = ["runPolicy", { body: { checkpoint: { plan_id: policy_id, parameters: {} } } }] as const;
    service.call(...run);
    expect(until(service, [run], ({ checkpoint }) => checkpoint !== undefined)).toBeGreaterThan(3);
  });
});

test("different reads belong to one moment, and a change does not move it", () => {
  const service = serviceOf({ state: {}, time: { start: "2026-11-17T12:00:00" } });
  service.call("countBackups");
  service.call(...post);
  service.call("countBackups");
  service.call("createBackup", { path: { resource_id: otherServer }, body: { protect: {} } });
  const { checkpoint_items } = service.call("listBackups");
  expect(service.call("countBackups", { query: { status: "waiting_protect" } })).toEqual({ count: 2 });
  expect(checkpoint_items.map(({ created_at }: Response) => created_at)).toEqual(
    Array(2).fill("2026-11-17T12:00:00.000000"),
  );
});

test("reads before and after a refused write that was not repeated are polls", () => {
  const service = serviceOf({ state: {} });
  service.call(...post);
  expect(service.call("countBackups", { query: { status: "waiting_protect" } })).toEqual({ count: 1 });
  expect(service.call(...post)).toMatchObject({ error_code: "CSBS.6005" });
  expect(service.call("countBackups", { query: { status: "waiting_protect" } })).toEqual({ count: 0 });
});

describe("Terraform's provider", () => {
  const wait = (seconds: number) => void vi.setSystemTime(Date.now() + seconds * 1000);

  test("creates a backup, waits three minutes at a time, and deletes it", () => {
    vi.useFakeTimers({ now: Date.UTC(2026, 10, 17, 12), toFake: ["Date"] });
    try {
      const service = serviceOf({ state: {} });
      const { checkpoint } = service.call(...post);
      const query = { checkpoint_id: checkpoint.id };
      const [{ id }] = service.call("listBackups", { query }).checkpoint_items;
      const item = () => service.call("getBackup", { path: { checkpoint_item_id: id } });
      const seen: string[] = [];
      while (seen.at(-1) !== "available" && seen.length < 10) {
        wait(180);
        seen.push(item().checkpoint_item.status);
      }
      expect(seen).toEqual(["protecting", "available"]);
      wait(5);
      let attempts = 0;
      for (; item().error_code === undefined && attempts < 30; attempts += 1) {
        service.call("deleteBackup", { path: { checkpoint_id: checkpoint.id } });
        wait(3);
      }
      expect(attempts).toBeLessThan(10);
    } finally {
      vi.useRealTimers();
    }
  });
});

describe("real time", () => {
  test("of speed 1 is the clock's on the wall, and polls do not move it", () => {
    vi.useFakeTimers({ now: Date.UTC(2026, 10, 17, 12), toFake: ["Date"] });
    try {
      const service = serviceOf({ ...oneBackup, time: { speed: 1 } });
      service.call(...deleteRecord);
      const statuses = [];
      for (let poll = 0; poll < 6; poll += 1) {
        for (let repeat = 0; repeat < 3; repeat += 1) service.call(...getItem);
        statuses.push(service.call(...getItem).checkpoint_item?.status ?? "gone");
        vi.setSystemTime(Date.now() + 60_000);
      }
      expect(statuses).toEqual(["waiting_delete", "deleting", "deleting", "deleting", "deleting", "gone"]);
      expect(service.clock.wall).toBe(Date.UTC(2026, 10, 17, 12, 6));
    } finally {
      vi.useRealTimers();
    }
  });

  test("and polls go together where the scenario sets both", () => {
    const clock = new MockClock({ speed: 1, secondsPerPoll: 30 });
    for (const request of ["read", "read", "read"]) {
      clock.beforeRequest(request);
      clock.afterRequest(request, false);
    }
    expect(clock.now).toBeGreaterThanOrEqual(60);
  });
});

describe("advance", () => {
  test.each([-1, Number.NaN, Number.POSITIVE_INFINITY, 1e15, "60" as never])(
    "by %s is refused",
    async (seconds) => {
      const { mock } = await playing("backup");
      const error = await rejection((async () => mock.advance(seconds))());
      expect(error).toBeInstanceOf(CsbsConfigError);
    },
  );

  test("stays before the year 10000, polls included", () => {
    const service = serviceOf({ state: {}, time: { start: "9999-12-31T23:59:00" } });
    service.call("createPolicy", { body: policyBody("nightly", "FREQ=DAILY;BYHOUR=2;BYMINUTE=0", [server]) });
    for (let poll = 0; poll < 5; poll += 1) service.call("listBackups");
    service.call(...post);
    expect(service.call("listBackups").checkpoint_items).toMatchObject([
      { created_at: "9999-12-31T23:59:59.999000" },
    ]);
  });
});
