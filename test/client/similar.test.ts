import { expect, test } from "vitest";
import { adviceFor, similarTo } from "../../src/similar.ts";
import { json, rejection, stubbedClient } from "../support/client.ts";

const names = ["project_id", "status", "all_tenants", "name", "resource_type", "resource_id"];

test.for<[typed: string, similar: string[]]>([
  ["stauts", ["status"]],
  ["statu", ["status"]],
  ["Status", ["status"]],
  ["nmae", ["name"]],
  ["allTenants", ["all_tenants"]],
  ["stat", ["status"]],
  ["resource", ["resource_type", "resource_id"]],
  ["nope", []],
  ["st", []],
  ["x", []],
  ["", []],
  ["__proto__", []],
])("%s is like %j", ([typed, similar]) => {
  expect(similarTo(typed, names)).toEqual(similar);
});

test("suggestions that are too many are none", () => {
  expect(similarTo("list", ["list-a", "list-b", "list-c", "list-d"])).toEqual([]);
});

test("a long name costs no time", () => {
  const start = performance.now();
  expect(similarTo("name".repeat(50_000), names)).toEqual([]);
  expect(performance.now() - start).toBeLessThan(500);
});

test("the advice is the similar names, or all", () => {
  expect(adviceFor("resource", names)).toBe('did you mean "resource_type" or "resource_id"?');
  expect(adviceFor("nope", ["a", "b"])).toBe("expected one of a, b");
});

test("a mistyped parameter of a call is explained before anything is sent", async () => {
  const { csbs, requests } = stubbedClient(() => json({ count: 1 }));
  expect(await rejection(csbs.countBackups({ stat: "error" } as object))).toMatchObject({
    message: 'countBackups: unknown parameter "stat"; did you mean "status"?',
  });
  expect(requests).toHaveLength(0);
});
