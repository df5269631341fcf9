import { expect, test } from "vitest";
import { failReason } from "../../src/index.ts";

const failures: [title: string, extend_info: object, reason: string | undefined][] = [
  ["nothing failed", { fail_reason: "", fail_code: {} }, undefined],
  ["nothing is said", {}, undefined],
  ["null", { fail_reason: null, fail_code: null }, undefined],
  [
    "words of the reason",
    { fail_reason: "no space", fail_code: { Code: 1, Description: "other" } },
    "no space",
  ],
  [
    "words of the code",
    { fail_reason: "", fail_code: { Code: 4001, Description: "The disk is in error." } },
    "The disk is in error.",
  ],
  ["a code alone", { fail_code: { Code: 4001, Description: null } }, "code 4001"],
  ["an empty code", { fail_code: { Code: "" } }, undefined],
];

test.each(failures)("failReason: %s", (_, extend_info, reason) => {
  expect(failReason({ extend_info })).toBe(reason);
});

test("failReason of no backup", () => {
  expect(failReason(undefined)).toBeUndefined();
});
