import { cp, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { undeclaredComponents } from "../../scripts/generate/bundle.ts";
import { docComment } from "../../scripts/generate/doc-comments.ts";
import { downgrade } from "../../scripts/generate/downgrade.ts";
import { validatorsModule } from "../../scripts/generate/validators.ts";
import { root, runScript } from "../support/process.ts";
import { document } from "../support/spec.ts";

describe("npm run generate, in a copy of the project", () => {
  let copy: string;

  beforeEach(async () => {
    copy = await mkdtemp(join(tmpdir(), "csbs-copy-"));
    onTestFinished(() => rm(copy, { recursive: true }));
    for (const name of ["openapi", "generated", "scripts", "src", "redocly.yaml", "package.json"]) {
      await cp(join(root, name), join(copy, name), { recursive: true });
    }
    await symlink(join(root, "node_modules"), join(copy, "node_modules"));
  });

  // The script finds openapi/ and generated/ beside itself.
  const generate = (...args: string[]) => runScript(join(copy, "scripts/generate.ts"), args);

  test("--check passes on what is committed", async () => {
    expect(await generate("--check")).toMatchObject({
      code: 0,
      stdout: "generated/ is what openapi/ gives (18 files).\n",
    });
  });

  test("--check names every file that drifted, and what to run", async () => {
    await writeFile(join(copy, "generated/schema.ts"), "export {};\n");
    await rm(join(copy, "generated/openapi.json"));
    await writeFile(join(copy, "generated/notes.txt"), "");
    expect(await generate("--check")).toEqual({
      code: 1,
      stdout: "",
      stderr: [
        "generated/notes.txt does not belong there",
        "generated/openapi.json is missing",
        "generated/schema.ts is not what openapi/ gives",
        "Run: npm run generate\n",
      ].join("\n"),
    });
  });

  test("writes what a change of openapi/ gives, and removes what does not belong", async () => {
    const file = join(copy, "openapi/backups/count.yaml");
    await writeFile(file, (await readFile(file, "utf8")).replace("name: ip\n", "name: address\n"));
    await writeFile(join(copy, "generated/notes.txt"), "");
    expect(await generate()).toMatchObject({ code: 0, stderr: "" });
    expect(await readFile(join(copy, "generated/types.ts"), "utf8")).toContain(
      'address?: Query<"countBackups">["address"] | undefined;',
    );
    expect(await generate("--check")).toMatchObject({ code: 0 });
  });

  test("refuses a component that the root does not list", async () => {
    const file = join(copy, "openapi/openapi.yaml");
    const text = await readFile(file, "utf8");
    await writeFile(file, text.replace(/ {4}Timestamp:\n.*\n/, ""));
    const { code, stderr } = await generate("--check");
    expect([code, stderr]).toEqual([
      1,
      "openapi/openapi.yaml does not list components/schemas/Timestamp: add one line for each under components.\n",
    ]);
  });

  test("says what Redocly says when openapi/ cannot be bundled", async () => {
    const count = join(copy, "openapi/backups/count.yaml");
    await writeFile(count, (await readFile(count, "utf8")).replace("BackupCount", "NoSuchSchema"));
    const { code, stderr } = await generate("--check");
    expect(code).toBe(1);
    expect(stderr).toMatch(/^Redocly cannot bundle openapi\/openapi\.yaml:\n[\s\S]*backups\/count\.yaml/);
  });

  test("names a file that the root does not reach", async () => {
    await writeFile(join(copy, "openapi/backups/stray.yaml"), "get: {}\n");
    expect(await generate("--check")).toMatchObject({
      code: 1,
      stderr: "openapi/openapi.yaml does not reach backups/stray.yaml: add a $ref to each, or delete it\n",
    });
  });
});

describe("the parts", () => {
  test("examples need no line in the root", () => {
    const bundled = { ...document, components: { examples: { a: {} }, schemas: { B: {}, C: {} } } };
    const source = { ...document, components: { schemas: { B: {} } } };
    expect(undeclaredComponents(source, bundled)).toEqual(["components/schemas/C"]);
  });

  describe("3.0", () => {
    const downgraded = (schemas: object) =>
      (
        downgrade({ ...document, paths: {}, components: { schemas } } as never).components as {
          schemas: object;
        }
      ).schemas;

    test("has neither lists of types nor fields of 3.1", () => {
      const schemas = downgraded({
        Either: { type: ["integer", "string"], examples: [1] },
        Nullable: { type: ["string", "null"], maxLength: 3 },
        NullableEither: { type: ["integer", "string", "null"] },
        Properties: { type: "object", properties: { not: { type: "string" }, if: { type: "string" } } },
      });
      expect(schemas).toEqual({
        Either: { description: "Its type is integer or string.", example: 1 },
        Nullable: { type: "string", nullable: true, maxLength: 3 },
        NullableEither: { description: "Its type is integer or string or null." },
        Properties: { type: "object", properties: { not: { type: "string" }, if: { type: "string" } } },
      });
      expect(downgrade(document)).toMatchObject({ openapi: "3.0.3" });
      expect(downgrade(document).info).not.toHaveProperty("summary");
    });

    test("demands one property where 3.1 demands one of some, and leaves conditions to the description", () => {
      const oneOf = { not: { propertyNames: { not: { enum: ["a", "b"] } } } };
      // biome-ignore lint/suspicious/noThenProperty: the keyword of JSON Schema.
      const condition = { if: oneOf, then: { required: ["c"] } };
      expect(downgraded({ A: { type: "object", ...oneOf }, B: { type: "object", ...condition } })).toEqual({
        A: { type: "object", minProperties: 1 },
        B: { type: "object" },
      });
    });

    test("refuses what it cannot say, so that nothing else is lost", () => {
      expect(() => downgraded({ A: { patternProperties: {} } })).toThrow("no keyword patternProperties");
      expect(() => downgraded({ A: { propertyNames: { maxLength: 1 } } })).toThrow(
        "no keyword propertyNames",
      );
    });

    test("has the components of 3.1, by the same names", () => {
      const names = (components: object) =>
        Object.entries(components).map(([kind, fields]) => [kind, Object.keys(fields).sort()]);
      expect(names(downgrade(document).components as object)).toEqual(names(document.components));
    });
  });

  test("a doc comment cannot be ended by its text", () => {
    expect(docComment(["a */ b"])).toBe("/** a *\\/ b */");
    expect(docComment(["a", "", "b\nc"], "  ")).toBe("  /**\n   * a\n   *\n   * b\n   * c\n   */");
  });

  describe("validators", () => {
    /** The module of the bundle with one operation, whose response is this. */
    const moduleOf = (schema: object, reference = "#/components/schemas/A") => {
      const content = { "application/json": { schema: { $ref: reference } } };
      const get = { operationId: "getA", responses: { "200": { description: "OK", content } } };
      return validatorsModule({
        ...document,
        paths: { "/a": { get } },
        components: { schemas: { A: schema } },
      } as never);
    };

    test("hold integers of 32 bits to their limits, and other limits as they are", async () => {
      const limited = await moduleOf({ type: "integer", format: "int32", minimum: 1 });
      expect(limited).toContain("2147483647");
      expect(limited).not.toContain("2147483648");
      expect(await moduleOf({ type: "integer", format: "int64" })).not.toContain("2147483647");
    });

    test("leave nothing unchecked that they do not know", async () => {
      await expect(moduleOf({ items: { contains: {} } })).rejects.toThrow("do not know the keyword contains");
      await expect(moduleOf({ type: "string", format: "date" })).rejects.toThrow("the format date of string");
      await expect(moduleOf({ properties: { b: { $ref: "#/paths/b" } } })).rejects.toThrow("not #/paths/b");
    });

    test("carry along no more of a schema than is asked for", async () => {
      const text = await moduleOf({
        type: ["string", "null"],
        description: "Not to be seen.",
        "x-any": "nor this",
      });
      expect(text).not.toMatch(/seen|nor this/);
    });
  });
});
