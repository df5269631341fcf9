import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { toYaml } from "../../scripts/generate/artifacts.ts";
import { root } from "../support/process.ts";
import { document } from "../support/spec.ts";

const textOf = (file: string) => readFileSync(join(root, file), "utf8");
const versions = ["1.1", "1.2"] as const;

describe.each(versions)("under the rules of YAML %s", (version) => {
  test("generated/openapi.yaml is generated/openapi.json", () => {
    expect(parse(textOf("generated/openapi.yaml"), { version })).toEqual(document);
  });

  test.each(globSync("openapi/**/*.yaml", { cwd: root }))("%s has the intended types", (file) => {
    expect(parse(textOf(file), { version })).toEqual(parse(textOf(file)));
  });

  test("texts that another version reads as something else are quoted", () => {
    const texts = [
      ...["2017-04-15T04:25:38", "2017-04-15 04:25:38.5", "2017-04-15", "2001-1-1T1:1:1Z"],
      ...["yes", "No", "on", "OFF", "y", "n", "true", "null", "~", ""],
      ...["0755", "0o14", "0x1F", "1_000", "12:30:45", "1e3", ".5", ".inf", ".NaN", "0b11", "+1", "<<"],
    ];
    const held = { list: texts, keys: Object.fromEntries(texts.map((text) => [text, 1])) };
    expect(parse(toYaml(held), { version })).toEqual(held);
  });
});
