import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { describe, expect, onTestFinished, test } from "vitest";
import { scenarios } from "../../generated/scenarios.ts";
import { CsbsConfigError } from "../../src/index.ts";
import { checkScenario } from "../../src/mock/scenarios/check.ts";
import { CsbsScenarioError, listScenarios, type Scenario, startMock } from "../../src/mock.ts";
import { responseValidator } from "../../src/validators.ts";
import { rejection } from "../support/client.ts";
import { root } from "../support/process.ts";
import { playing } from "../support/scenario.ts";
import { operations } from "../support/spec.ts";

const schema = JSON.parse(await readFile(join(root, "generated/scenario.schema.json"), "utf8"));

/** What is wrong with a scenario. No server is started for one. */
async function refusal(scenario: unknown): Promise<CsbsScenarioError> {
  const error = await rejection(startMock({ scenario: scenario as Scenario }));
  expect(error).toBeInstanceOf(CsbsScenarioError);
  return error as CsbsScenarioError;
}

async function fileOf(text: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "csbs-scenario-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const path = join(folder, "mine.yaml");
  await writeFile(path, text);
  return path;
}

describe("the schema", () => {
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
  addFormats.default(ajv);
  const validate = ajv.compile(schema);

  test.each(Object.keys(scenarios))(
    "takes the shipped %s, by ajv at run time and by the check compiled ahead",
    (name) => {
      const scenario = scenarios[name as keyof typeof scenarios];
      expect(validate(scenario)).toBe(true);
      expect(checkScenario(scenario, name)).toBe(scenario);
    },
  );

  test("knows every operation", () => {
    const ids = operations.map(({ operation }) => operation.operationId);
    expect(Object.keys(schema.$defs.OperationSteps.properties)).toEqual(ids);
  });

  test("explains every field", () => {
    const silent = Object.entries<{ properties?: Record<string, { description?: string; $ref?: string }> }>(
      schema.$defs,
    ).flatMap(([type, { properties = {} }]) =>
      Object.entries(properties)
        .filter(([, field]) => (field.description ?? described(field.$ref)) === undefined)
        .map(([name]) => `${type}.${name}`),
    );
    expect(silent.filter((name) => !name.startsWith("OperationSteps."))).toEqual([]);
  });

  const described = (reference = "") => schema.$defs[reference.slice("#/$defs/".length)]?.description;
});

test("listScenarios names all of them, each in a sentence", () => {
  expect(listScenarios().map(({ name }) => name)).toEqual(Object.keys(scenarios));
  for (const { description } of listScenarios()) expect(description).toMatch(/^[A-Z0-9].*\.$/);
});

describe("a wrong scenario", () => {
  test.each<[title: string, scenario: unknown, place: string, message: RegExp, known: string | undefined]>([
    [
      "an unknown operation",
      { operations: { listBackup: [{}] } },
      "operations/listBackup",
      /operations has the unknown field "listBackup"; did you mean "listBackups"\?$/,
      "listBackups",
    ],
    [
      "an unknown field of a step",
      { any: [{ statos: 503 }] },
      "any/0/statos",
      /has the unknown field "statos"; did you mean "status"\?$/,
      "status",
    ],
    [
      "an unknown fault",
      { any: [{ fault: { slow: {} } }] },
      "any/0/fault/slow",
      /has the unknown field "slow"; did you mean "slowDrip"\?$/,
      "slowDrip",
    ],
    [
      "two faults in a step",
      { any: [{ fault: { hang: {}, empty: {} } }] },
      "any/0/fault",
      /must have at most 1 field$/,
      undefined,
    ],
    [
      "a status that is invalid",
      { any: [{ status: 42 }] },
      "any/0/status",
      /must be at least 200/,
      undefined,
    ],
    [
      "a state that is invalid",
      { state: { backups: [{ status: "lost" }] } },
      "state/backups/0/status",
      /must be one of "waiting_protect"/,
      undefined,
    ],
    [
      "an ID for several",
      { state: { backups: [{ count: 2, id: "90c1d5fa-1b9f-4aeb-b2f4-81c806e98190" }] } },
      "state/backups/0/id",
      /is the ID of one backup, but count is 2/,
      undefined,
    ],
    [
      "an example that there is not",
      { operations: { getQuotas: [{ example: "none" }] } },
      "operations/getQuotas/0/example",
      /getQuotas has no example "none"/,
      "usualQuotas",
    ],
    [
      "an example of another status",
      { any: [{ status: 500, example: "throttled" }] },
      "any/0/example",
      /"throttled" is an example of 429, not of 500/,
      undefined,
    ],
    ["no object", 5, "", /it must be an object/, undefined],
    ["a date", new Date(), "", /it must be an object/, undefined],
    ["a map", new Map(), "", /it must be an object/, undefined],
    [
      "a status that the description lacks",
      { any: [{ status: 418 }] },
      "any/0/status",
      /has no response 418/,
      "503",
    ],
    [
      "a status beside a fault that has its own",
      { any: [{ status: 503, fault: { html: {} } }] },
      "any/0/status",
      /the fault html has a response of its own/,
      undefined,
    ],
    ["a step that is never reached", { any: [{ times: "always" }, {}] }, "any/1", /never reached/, undefined],
    ["times that are invalid", { any: [{ times: "often" }] }, "any/0/times", /always/, undefined],
    [
      "a moment that is invalid",
      { time: { start: "2026-02-31T00:00:00" } },
      "time/start",
      /not a valid time/,
      undefined,
    ],
    [
      "a line break in a header",
      { any: [{ fault: { redirect: { to: "a\r\nb: c" } } }] },
      "any/0/fault/redirect/to",
      /must be a URL of printable ASCII/,
      undefined,
    ],
    [
      "an ID twice",
      {
        state: {
          policies: ["27B11F3F-578D-4464-89D1-7C6D5894F753", "27b11f3f-578d-4464-89d1-7c6d5894f753"].map(
            (id) => ({ id }),
          ),
        },
      },
      "state/policies/1/id",
      /is there twice/,
      undefined,
    ],
  ])("%s", async (_, scenario, place, message, known) => {
    const error = await refusal(scenario);
    expect(error).toBeInstanceOf(CsbsConfigError);
    expect(error).toMatchObject({
      name: "CsbsScenarioError",
      place,
      message: expect.stringMatching(message),
    });
    if (known === undefined) expect(error.known).toEqual([]);
    else {
      expect(error.known).toContain(known);
      expect(error.message).toMatch(/; (expected one of |did you mean )/);
    }
  });

  test("a name that there is not, and a file", async () => {
    expect((await refusal("backups")).message).toMatch(
      /^unknown scenario "backups"; did you mean "backup"\?$/,
    );
    expect((await refusal("./none.yaml")).message).toMatch(
      /^the scenario file \.\/none\.yaml cannot be read \(ENOENT\); expected one of/,
    );
  });

  test("a file that is not valid YAML, or wrong, is named", async () => {
    const broken = await fileOf("any: [");
    expect((await refusal(broken)).message).toMatch(`the scenario ${broken} is not valid YAML: `);
    const wrong = await fileOf("any: []");
    expect((await refusal(wrong)).message).toBe(`the scenario ${wrong}: any must have at least 1 item`);
  });
});

describe("where it comes from", () => {
  const text = "operations:\n  getQuotas:\n    - status: 503\n";

  test("a file, by path and by URL", async () => {
    const path = await fileOf(text);
    for (const scenario of [path, pathToFileURL(path)]) {
      const { csbs } = await playing(scenario);
      expect(await rejection(csbs.getQuotas())).toMatchObject({ status: 503 });
    }
  });

  test("several: what goes on always comes last, and two such cannot both be", async () => {
    const { csbs } = await playing(["latency", "unavailable-twice"]);
    expect(await rejection(csbs.countBackups({}, { retries: 0 }))).toMatchObject({ status: 503 });
    const two = await startMock({ scenario: ["latency", "slow-drip"] }).catch((error) => error);
    expect(two).toMatchObject({ name: "CsbsScenarioError", place: "any/1" });
  });

  test("several: steps follow one another, and the state is kept", async () => {
    const { csbs } = await playing(["many-backups", { any: [{ status: 503 }] }, { any: [{ status: 502 }] }]);
    expect(await rejection(csbs.countBackups())).toMatchObject({ status: 503 });
    expect(await rejection(csbs.countBackups())).toMatchObject({ status: 502, code: "APIGW.0201" });
    expect(await csbs.countBackups()).toEqual({ count: 2500 });
  });
});

describe("steps", () => {
  test("one a request, then as if there were none; `any` after an operation's own", async () => {
    const { csbs, mock } = await playing({
      operations: { countBackups: [{ example: "noBackups", times: 2 }, {}] },
      any: [{ status: 500 }],
    });
    const counts = [];
    for (let index = 0; index < 5; index += 1) counts.push(await csbs.countBackups().catch((e) => e.status));
    expect(counts).toEqual([{ count: 0 }, { count: 0 }, { count: 10 }, 500, { count: 10 }]);
    expect(mock.requests.map(({ operation, status }) => [operation, status])).toEqual([
      ["countBackups", 200],
      ["countBackups", 200],
      ["countBackups", 200],
      ["countBackups", 500],
      ["countBackups", 200],
    ]);
  });

  test("what is chosen is not done", async () => {
    const { csbs } = await playing({
      state: {},
      operations: { createBackup: [{ example: "backupStarted" }] },
    });
    const order = { resource_id: "9422f270-6fcf-4ba2-9319-a007f2f63a8e", body: { protect: {} } };
    await csbs.createBackup(order);
    expect(await csbs.countBackups()).toEqual({ count: 0 });
    await csbs.createBackup(order);
    expect(await csbs.countBackups()).toEqual({ count: 1 });
  });

  test("an invalid request is refused whatever is chosen, also by a step", async () => {
    const scenario = { state: {}, any: [{ example: "internalError", times: "always" as const }] };
    const { csbs } = await playing(scenario, { validate: responseValidator });
    expect(await rejection(csbs.countBackups({ status: "lost" as "error" }))).toMatchObject({
      status: 400,
      code: "CSBS.9001",
    });
  });

  test("a Prefer of the caller's goes before the state", async () => {
    const { csbs } = await playing("backup");
    const headers = { Prefer: "example=someBackups" };
    expect(await csbs.countBackups({}, { headers })).toEqual({ count: 10 });
    expect(await csbs.countBackups()).toEqual({ count: 0 });
  });

  test("what is not an operation gets the gateway's 404, and no step", async () => {
    const { mock } = await playing({ any: [{ status: 500 }] });
    const response = await fetch(`${mock.url}/v1/nothing`);
    expect(response.status).toBe(404);
    expect(mock.requests).toMatchObject([{ operation: undefined, status: 404, target: "/v1/nothing" }]);
  });
});
