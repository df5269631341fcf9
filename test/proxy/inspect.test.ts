import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../src/spec/document.ts";
import { listExamples } from "../../src/spec/examples.ts";
import { listResponses, requestJson } from "../../src/spec/responses.ts";
import { document, operations } from "../support/spec.ts";
import { deviations, exampleExchange, inspect, inspector, json, line, responseExample } from "./support.ts";

interface Backup extends JsonObject {
  checkpoint_item: JsonObject & { extend_info: JsonObject; backup_data: JsonObject };
}

function backup(change: (backup: Backup["checkpoint_item"]) => void): { response: ReturnType<typeof json> } {
  const value = responseExample<Backup>("getBackup");
  change(value.checkpoint_item);
  return { response: json(value) };
}

describe("examples of the description", () => {
  test.each(operations.map(({ operation }) => operation.operationId))(
    "%s deviates nowhere",
    (operationId) => {
      const found = operations.find(({ operation }) => operation.operationId === operationId);
      if (found === undefined) throw new Error("no operation");
      for (const { key, json: media } of listResponses(document, found.operation)) {
        const status = key === "default" ? 502 : Number(key);
        for (const { value } of media === undefined
          ? [{ value: undefined }]
          : listExamples(document, media)) {
          expect(deviations(inspect(operationId, { status, response: json(value) }))).toEqual([]);
        }
      }
      for (const { value } of listExamples(document, requestJson(document, found.operation))) {
        expect(deviations(inspect(operationId, { request: json(value) }))).toEqual([]);
      }
    },
  );
});

describe("a response", () => {
  test.each<[string, (one: Backup["checkpoint_item"]) => void, string]>([
    [
      "new field",
      (one) => Object.assign(one, { retention_lock: true }),
      "undescribed response /checkpoint_item/retention_lock boolean",
    ],
    [
      "new field inside",
      (one) => Object.assign(one.extend_info, { lock: null }),
      "undescribed response /checkpoint_item/extend_info/lock null",
    ],
    ["other type", (one) => Object.assign(one, { name: 7 }), "type response /checkpoint_item/name integer"],
    [
      "new value",
      (one) => Object.assign(one, { status: "frozen" }),
      "value response /checkpoint_item/status string [backup-status]",
    ],
    [
      "missing field",
      (one) => Reflect.deleteProperty(one, "resource_id"),
      "missing response /checkpoint_item/resource_id nothing",
    ],
    [
      "other form",
      (one) => Object.assign(one, { created_at: "yesterday" }),
      "value response /checkpoint_item/created_at string",
    ],
    [
      "time with a zone",
      (one) => Object.assign(one, { created_at: "2026-11-17T04:20:37Z" }),
      "value response /checkpoint_item/created_at string [time-format]",
    ],
    [
      "number out of range",
      (one) => Object.assign(one.extend_info, { progress: 101 }),
      "value response /checkpoint_item/extend_info/progress integer",
    ],
    [
      "fraction",
      (one) => Object.assign(one.extend_info, { progress: 1.5 }),
      "type response /checkpoint_item/extend_info/progress number",
    ],
  ])("with a %s deviates once", (_, change, expected) => {
    expect(deviations(inspect("getBackup", backup(change)))).toEqual([expected]);
  });

  test.each([
    ['{"count":123456789012345678901234567890}', ["value response /count integer [own-limits]"]],
    ['{"count":9223372036854775807}', []],
    ['{"count":1,"name":"M\u00fcller"}', ["type response  invalid UTF-8"]],
    ['{"count":1}}', ["type response  invalid JSON"]],
  ])("with the bytes of %s deviates by what is wrong with them", (text, expected) => {
    const body = Buffer.from(text, "latin1");
    expect(deviations(inspect("countBackups", { response: { ...json({}), body } }))).toEqual(expected);
  });

  test("with 204, which has no body, deviates by the status alone", () => {
    const found = deviations(inspect("countBackups", { status: 204, response: json(undefined) }));
    expect(found).toEqual(["status status  status 204"]);
  });

  test("names each row once, also if schema and parameter have it", () => {
    const { target } = exampleExchange("countBackups");
    const query = "start_time=2026-11-17T04:20:37%2B01:00";
    const [entry] = inspect("countBackups", { target: `${target.split("?")[0]}?${query}` }).entries;
    expect(entry?.rows).toEqual(["time-format"]);
  });

  test("with several deviations has all of them", () => {
    const change = backup((one) => Object.assign(one, { name: 7, status: null, lock: true }));
    expect(deviations(inspect("getBackup", change))).toHaveLength(3);
  });

  test("that shows a known difference confirms its row", () => {
    const { entries } = inspect(
      "getBackup",
      backup((one) => Object.assign(one.extend_info, { average_speed: 25.2 })),
    );
    expect(entries.map(line)).toContain(
      "known response /checkpoint_item/extend_info/average_speed number [average-speed]",
    );
  });

  test.each([
    [202, json({ count: 1 }), ["status status  status 202"]],
    [302, json(undefined), ["status status  status 302"]],
    [418, json({ error_code: "CSBS.0001", error_msg: "tea" }), ["status status  status 418"]],
    [
      200,
      { ...json({ count: 1 }), contentType: "text/html; charset=utf-8" },
      ["media type response  text/html"],
    ],
    [
      200,
      { ...json({ count: 1 }), contentType: "application/x.secret-name" },
      ["media type response  another media type"],
    ],
    [200, { ...json({ count: 1 }), contentType: undefined }, ["media type response  no media type"]],
    [200, json(undefined), ["missing response  nothing"]],
    [200, { ...json({}), body: Buffer.from("{") }, ["type response  invalid JSON"]],
    [200, json([]), ["type response  array"]],
    [502, { ...json({}), contentType: "text/html" }, ["media type response  text/html"]],
    [404, json({ reason: "gone" }), ["undescribed response /reason string"]],
  ])("of %i deviates as a whole", (status, response, expected) => {
    expect(deviations(inspect("countBackups", { status, response }))).toEqual(expected);
  });

  test("with a body where the description has none deviates", () => {
    expect(deviations(inspect("removeBackupTag", { response: json({}) }))).toEqual([
      "undescribed response  application/json",
    ]);
  });

  test.each(["gzip", "br", "zstd"])(
    "compressed by %s is decompressed, or counted as not readable",
    (encoding) => {
      const body = encoding === "gzip" ? gzipSync('{"count":"1"}') : Buffer.from("no compression");
      const found = inspect("countBackups", { response: { ...json({}), encoding, body } });
      expect([deviations(found), found.skipped]).toEqual(
        encoding === "gzip" ? [["type response /count string"], undefined] : [[], "unreadable"],
      );
    },
  );

  test.each([
    ["bytes", json({ count: "x".repeat(2 ** 20) })],
    ["bytes after decompression", { ...json({}), encoding: "gzip", body: gzipSync(Buffer.alloc(2 ** 21)) }],
    ["levels", { ...json({}), body: Buffer.from("[".repeat(200)) }],
  ])("of too many %s is not inspected", (_, response) => {
    expect(inspect("countBackups", { response })).toMatchObject({ entries: [], skipped: "tooLarge" });
  });
});

describe("a request", () => {
  const { target } = exampleExchange("countBackups");

  test.each([
    ["limit=0", "undescribed query /limit string"],
    ["dec=true", "undescribed query /dec string [count-undocumented-query]"],
    ["status=frozen", "value query /status string"],
    ["status=error&status=available", "type query /status array"],
    ["all_tenants=True", "type query /all_tenants string"],
    ["start_time=2026-11-17", "value query /start_time string"],
  ])("with ?%s deviates", (query, expected) => {
    expect(deviations(inspect("countBackups", { target: `${target}?${query}` }))).toEqual([expected]);
  });

  test("with an invalid ID in its path deviates", () => {
    const change = { target: target.replace(/v1\/[^/]+/, "v1/eu-de_team") };
    expect(deviations(inspect("countBackups", change))).toEqual([
      "value path /project_id string [own-limits]",
    ]);
  });

  test("without a required field deviates once, with the row of the object", () => {
    const { request } = exampleExchange("createPolicy");
    const body = JSON.parse(String(request.body)) as { policy: { scheduled_operations: JsonObject[] } };
    Reflect.deleteProperty(body.policy.scheduled_operations[0] ?? {}, "enabled");
    expect(deviations(inspect("createPolicy", { request: json(body) }))).toEqual([
      "missing request /policy/scheduled_operations/*/enabled nothing [enabled-required]",
    ]);
  });

  test("without a body deviates", () => {
    expect(deviations(inspect("createPolicy", { request: json(undefined) }))).toEqual([
      "missing request  nothing",
    ]);
  });

  test("that no operation describes is named without its values", () => {
    const found = inspector.inspect(
      exampleExchange("countBackups", {
        method: "PATCH",
        target: "/v1/0605767e8d80d55d2f69c0189071bcbc/checkpoint_items/my-server?x=secret",
      }),
    );
    expect(found.entries.map(({ operation, kind }) => `${operation} ${kind}`)).toEqual([
      "PATCH /v1/*/checkpoint_items/* operation",
    ]);
  });
});
