import { readFileSync } from "node:fs";
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { parse, stringify } from "yaml";
import { type Change, type Impact, placeOf } from "../../scripts/compatibility/change.ts";
import { compare } from "../../scripts/compatibility/compare.ts";
import { explain, isLower, versionAfter, versionBump } from "../../scripts/compatibility/version-bump.ts";
import { bundle } from "../../scripts/generate/bundle.ts";
import { root, runScript } from "../support/process.ts";

// biome-ignore lint/suspicious/noExplicitAny: a document that is about to be changed has no type.
type Loose = any;

const good = readFileSync(join(import.meta.dirname, "documents/good.yaml"), "utf8");
const path = "/kites/{kite_id}/tails";

/** The good document with an operation that takes a body, and parameters that look alike. */
function released(): Loose {
  const document = parse(good);
  document.paths[path].post = {
    operationId: "addTail",
    requestBody: {
      required: true,
      content: { "application/json": { schema: { $ref: "#/components/schemas/NewTail" } } },
    },
    responses: { 201: { description: "Added." } },
  };
  document.paths[path].get.parameters.push(like("name"), like("kite_name"));
  document.components.schemas.NewTail = {
    type: "object",
    required: ["length"],
    properties: {
      length: { type: "integer" },
      knot: { $ref: "#/components/schemas/Knot" },
      bows: { type: "array", items: { $ref: "#/components/schemas/Knot" } },
    },
  };
  document.components.schemas.Knot = {
    type: "object",
    properties: { kind: { type: "string", enum: ["flat", "round"] }, note: { type: "string" } },
  };
  document.components.schemas.TailCount.properties.state = { type: "string", enum: ["up", "down"] };
  return document;
}

function like(name: string) {
  const description = `Counts only tails of the kite whose ${name} this is, upper and lower case apart.`;
  return { name, in: "query", description, schema: { type: "string", pattern: "^[a-z]+$" } };
}

const count = (document: Loose) => document.paths[path].get;
const add = (document: Loose) => document.paths[path].post;
const response = (document: Loose) => count(document).responses["200"].content["application/json"];
const schemas = (document: Loose) => document.components.schemas;

/** What is changed, how, what it must be rated, and words that must be in one of the changes so rated. */
const cases: [title: string, impact: Impact, words: string, change: (document: Loose) => void][] = [
  ["an operation goes", "major", "POST /kites/{kite_id}/tails", (d) => delete d.paths[path].post],
  ["an operationId is renamed", "major", "sumTails", (d) => (count(d).operationId = "sumTails")],
  ["a path is renamed", "major", path, (d) => rename(d.paths, path, "/kites/{kite_id}/strings")],
  ["a parameter goes", "major", "`tail_colour`", (d) => count(d).parameters.shift()],
  ["a parameter is renamed", "major", "`color`", (d) => (count(d).parameters[0].name = "color")],
  [
    "a path parameter is renamed",
    "major",
    "`/kites/{kite}/tails`",
    (d) => {
      d.components.parameters.KiteId.name = "kite";
      rename(d.paths, path, "/kites/{kite}/tails");
    },
  ],
  ["a parameter becomes required", "major", "`name`", (d) => (count(d).parameters[1].required = true)],
  [
    "a required parameter comes",
    "major",
    "`size`",
    (d) => count(d).parameters.push({ ...like("size"), required: true }),
  ],
  ["a pattern is narrowed", "major", "`pattern`", (d) => (count(d).parameters[1].schema.pattern = "^a+$")],
  ["a request property becomes required", "major", "`knot`", (d) => schemas(d).NewTail.required.push("knot")],
  [
    "a required request property comes",
    "major",
    "`size`",
    (d) => {
      schemas(d).NewTail.properties.size = { type: "integer" };
      schemas(d).NewTail.required.push("size");
    },
  ],
  ["a request property goes", "major", "`knot.note`", (d) => delete schemas(d).Knot.properties.note],
  [
    "a request property is renamed",
    "major",
    "`bows`",
    (d) => rename(schemas(d).NewTail.properties, "bows", "bow"),
  ],
  [
    "a body is required where there was none",
    "major",
    "body",
    (d) => (count(d).requestBody = add(d).requestBody),
  ],
  ["a value of a request goes", "major", "'round'", (d) => schemas(d).Knot.properties.kind.enum.pop()],
  ["a response property goes", "major", "`extra`", (d) => delete schemas(d).TailCount.properties.extra],
  [
    "a response property is required no more",
    "major",
    "`count`",
    (d) => delete schemas(d).TailCount.required,
  ],
  [
    "a response takes another value",
    "major",
    "'lost'",
    (d) => schemas(d).TailCount.properties.state.enum.push("lost"),
  ],
  [
    "a schema is renamed",
    "major",
    "`TailCount`",
    (d) => {
      rename(schemas(d), "TailCount", "Tails");
      response(d).schema.$ref = "#/components/schemas/Tails";
    },
  ],
  [
    "a response may come without its body",
    "major",
    "`200`",
    (d) => (count(d).responses["200"]["x-csbs-optional-body"] = true),
  ],

  ["an operation comes", "minor", "PUT", (d) => (d.paths[path].put = { ...add(d), operationId: "setTail" })],
  ["an optional parameter comes", "minor", "`size`", (d) => count(d).parameters.push(like("size"))],
  [
    "an optional request property comes",
    "minor",
    "properties.size",
    (d) => (schemas(d).NewTail.properties.size = { type: "integer" }),
  ],
  [
    "a response property comes",
    "minor",
    "properties.size",
    (d) => (schemas(d).TailCount.properties.size = { type: "integer" }),
  ],
  [
    "a request takes another value",
    "minor",
    "`knot.kind`",
    (d) => schemas(d).Knot.properties.kind.enum.push("b"),
  ],
  ["a request takes any value", "minor", "`knot.kind`", (d) => delete schemas(d).Knot.properties.kind.enum],

  ["a description changes", "patch", "GET", (d) => (count(d).description = "Other words.")],
  [
    "an example comes",
    "patch",
    "examples.none",
    (d) => (response(d).examples.none = { value: { count: 0 } }),
  ],
  [
    "an example's value changes",
    "patch",
    "examples",
    (d) => (response(d).examples.someTails.value.count = 3),
  ],
  ["an extension comes", "patch", "x-csbs-clouds", (d) => (schemas(d).Colour["x-csbs-clouds"] = ["otc"])],
  ["a tag of the document comes", "patch", "tags.1", (d) => d.tags.push({ name: "More", description: "x" })],
  ["parameters change places", "patch", "order", (d) => count(d).parameters.reverse()],
  [
    "a parameter moves from the path to its operations",
    "patch",
    "order",
    (d) => {
      const { parameters, ...operations } = d.paths[path];
      d.paths[path] = operations;
      count(d).parameters.unshift(...parameters);
      add(d).parameters = parameters;
    },
  ],
  [
    "parameters that look alike change a little, each for itself",
    "patch",
    "parameters.2",
    (d) => {
      count(d).parameters[1]["x-csbs-clouds"] = ["otc"];
      count(d).parameters[2].description += " Slow.";
    },
  ],
];

function rename(holder: Loose, from: string, to: string): void {
  holder[to] = holder[from];
  delete holder[from];
}

describe("what a change is rated", () => {
  test.concurrent.each(cases)("%s: %s", async (_title, impact, words, change) => {
    const document = released();
    change(document);
    document.info.version = "9.9.9";
    const changes = await compare(released(), document);
    expect(versionBump("1.0.0", "1.0.0", changes).needed).toBe(versionAfter("1.0.0", impact));
    expect(changes).toContainEqual(expect.objectContaining({ impact }));
    const said = changes
      .filter((found) => found.impact === impact)
      .map(({ place, what }) => `${place}: ${what}`);
    expect(said.join("\n")).toContain(words);
  });

  test("a version alone is not a change", async () => {
    const document = released();
    document.info.version = "9.9.9";
    expect(await compare(released(), document)).toEqual([]);
  });

  test("what the client filled in and its callers must is a break", async () => {
    const bound = released();
    bound.components.parameters.KiteId["x-csbs-bound"] = true;
    expect(await compare(bound, released())).toContainEqual({
      impact: "major",
      place: `POST ${path}`,
      what: "The client no longer fills in `kite_id`: callers must.",
    });
  });
});

describe("which version a change needs", () => {
  test.each<[released: string, impact: Impact, needed: string]>([
    ["1.2.3", "major", "2.0.0"],
    ["1.2.3", "minor", "1.3.0"],
    ["1.2.3", "patch", "1.2.4"],
    ["0.2.3", "major", "0.3.0"],
    ["0.2.3", "minor", "0.3.0"],
    ["0.2.3", "patch", "0.2.4"],
  ])("after %s, a %s change: %s", (version, impact, needed) => {
    expect(versionAfter(version, impact)).toBe(needed);
  });

  test.each([
    ["0.1.0", "0.1.1", true],
    ["0.9.0", "0.10.0", true],
    ["0.10.1", "1.0.0", true],
    ["1.0.0", "1.0.0", false],
    ["0.10.0", "0.9.9", false],
    ["2.0.0", "1.9.9", false],
  ])("%s is lower than %s: %s", (version, other, lower) => {
    expect(isLower(version, other)).toBe(lower);
  });

  test("refuses an invalid version", () => {
    expect(() => isLower("1.0", "1.0.0")).toThrow('"1.0" is not a version of the form 1.2.3.');
  });

  test("a lower version than the released one is never enough", () => {
    expect(versionBump("0.2.0", "0.1.9", [])).toMatchObject({ enough: false, needed: "0.2.0" });
  });
});

describe("what people read", () => {
  const change = (impact: Impact, what: string): Change => ({ impact, place: "GET /kites", what });

  test("the changes that demand the version, breaks first, and no others", () => {
    const changes = [change("patch", "reworded"), change("minor", "added"), change("major", "removed")];
    expect(explain(versionBump("0.1.0", "0.1.1", changes)).split("\n")).toEqual([
      "0.1.1 is not enough for what changed since 0.1.0: it must be 0.2.0 or higher.",
      "  major  GET /kites: removed",
      "  minor  GET /kites: added",
      expect.stringContaining("raise info.version"),
    ]);
    expect(explain(versionBump("1.0.0", "1.1.0", changes))).not.toContain("added");
  });

  test("twenty of them at most", () => {
    const changes = Array.from({ length: 25 }, (_, index) => change("minor", `added ${index}`));
    const lines = explain(versionBump("0.1.0", "0.1.0", changes)).split("\n");
    expect(lines).toHaveLength(1 + 20 + 1 + 1);
    expect(lines.at(-2)).toBe("  … and 5 more");
  });

  test("one line when the version is enough", () => {
    expect(
      explain(versionBump("0.1.0", "0.2.0", [change("minor", "added"), change("patch", "reworded")])),
    ).toBe("0.2.0 is enough: changes are 0 major, 1 minor, 1 patch since 0.1.0.");
  });

  test.each([
    ["#/paths/~1kites~1{id}/get/parameters/0", "GET /kites/{id} parameters.0"],
    ["#/paths/~1kites", "/kites"],
    ["#/paths/~1kites/parameters/0", "/kites parameters.0"],
    ["#/info", "info"],
    ["#/", "the root"],
  ])("%s reads %s", (pointer, place) => {
    expect(placeOf(pointer)).toBe(place);
  });
});

describe("npm run check:compatibility, in a copy of the project", () => {
  let copy: string;

  beforeEach(async () => {
    copy = await mkdtemp(join(tmpdir(), "csbs-copy-"));
    onTestFinished(() => rm(copy, { recursive: true }));
    for (const name of ["openapi", "scripts", "src", "redocly.yaml", "biome.json", "package.json"]) {
      await cp(join(root, name), join(copy, name), { recursive: true });
    }
    await symlink(join(root, "node_modules"), join(copy, "node_modules"));
    // What there is now is taken for the last release, so that only what a test changes counts.
    await setVersion("0.4.1");
    const document = await bundle();
    document.info.version = "0.4.1";
    await writeFile(join(copy, "openapi/released.json"), JSON.stringify(document));
  });

  // The script finds openapi/ beside itself.
  const check = (...args: string[]) => runScript(join(copy, "scripts/compatibility.ts"), args);

  async function edit(file: string, change: (content: Loose) => void): Promise<void> {
    const content = parse(await readFile(join(copy, "openapi", file), "utf8"));
    change(content);
    await writeFile(join(copy, "openapi", file), stringify(content));
  }

  const setVersion = (version: string) =>
    edit("openapi.yaml", ({ info }) => {
      info.version = version;
    });
  const removeParameter = () =>
    edit("backups/count.yaml", ({ get }) => {
      get.parameters = get.parameters.filter(({ name }: Loose) => name !== "ip");
    });
  const reword = () =>
    edit("backups/count.yaml", ({ get }) => {
      get.description = "Other words.";
    });
  const enough = (version: string) => ({
    code: 0,
    stdout: expect.stringMatching(new RegExp(`^${version} is enough: .*\n$`)),
    stderr: "",
  });
  const tooLow = (text: string) => ({ code: 1, stdout: "", stderr: expect.stringContaining(text) });

  test("unchanged: passes", async () => {
    expect(await check()).toEqual({
      code: 0,
      stdout: "0.4.1 is enough: nothing has changed since 0.4.1.\n",
      stderr: "",
    });
  });

  test("a parameter is removed: fails and names it, until a minor version is", async () => {
    await removeParameter();
    expect(await check()).toEqual(tooLow("`ip` query parameter was removed."));
    await setVersion("0.4.2");
    expect(await check()).toEqual(
      tooLow("0.4.2 is not enough for what changed since 0.4.1: it must be 0.5.0 or higher."),
    );
    await setVersion("0.5.0");
    expect(await check()).toEqual(enough("0.5.0"));
  });

  test("a description changes: a patch will do", async () => {
    await reword();
    expect(await check()).toEqual(tooLow("it must be 0.4.2 or higher"));
    await setVersion("0.4.2");
    expect(await check()).toEqual(enough("0.4.2"));
  });

  test("--release puts the present state in the place of the last, once its version is higher", async () => {
    const kept = await readFile(join(copy, "openapi/released.json"), "utf8");
    expect(await check("--release")).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("0.4.1 already"),
    });
    await removeParameter();
    await setVersion("0.4.2");
    expect(await check("--release")).toEqual(tooLow("it must be 0.5.0"));
    expect(await readFile(join(copy, "openapi/released.json"), "utf8")).toBe(kept);

    await setVersion("0.5.0");
    expect(await check("--release")).toMatchObject({
      code: 0,
      stdout: expect.stringContaining("openapi/released.json is 0.5.0 now; it was 0.4.1.\n"),
    });
    expect(await check()).toMatchObject({ code: 0, stdout: expect.stringContaining("nothing has changed") });
  });

  test("a released.json that is missing fails", async () => {
    await rm(join(copy, "openapi/released.json"));
    expect(await check()).toEqual(tooLow("released.json"));
  });
});

test("openapi/released.json is formatted as npm run check wants it", async () => {
  const { code } = await runScript("node_modules/@biomejs/biome/bin/biome", [
    "format",
    "openapi/released.json",
  ]);
  expect(code).toBe(0);
});
