import { readFile } from "node:fs/promises";
import type { components } from "../../../generated/scenario.ts";
import { scenarios } from "../../../generated/scenarios.ts";
import { adviceFor } from "../../similar.ts";
import { checkScenario } from "./check.ts";
import { CsbsScenarioError } from "./error.ts";
import { checkSequences } from "./step-check.ts";

type Schemas = components["schemas"];

/** What the mock plays; the guide on scenarios explains each field. */
export type Scenario = Schemas["Scenario"];
export type State = Schemas["State"];
export type Time = Schemas["Time"];
export type LifeCycle = Schemas["LifeCycle"];
/** What the mock does with one request of an operation. */
export type Step = Schemas["Step"];
/** How a response is spoilt: late, cut short, or not JSON. */
export type Fault = Schemas["Fault"];

/** The name of a scenario that the package brings. */
export type ScenarioName = keyof typeof scenarios;

/** A scenario, the name of one that the package brings, or a YAML or JSON file of one. */
export type ScenarioSource = Scenario | ScenarioName | (string & {}) | URL;

/**
 * The scenarios that the package brings: `state`, which keep backups and policies; `time`, which set how time
 * moves; and `fault`. The last two go with any of the first.
 */
export function listScenarios(): {
  /** Name to pass to startMock. */
  name: ScenarioName;
  /** What it sets. */
  kind: "state" | "time" | "fault";
  /** What happens in it. */
  description: string;
}[] {
  return Object.entries(scenarios).map(([name, scenario]) => ({
    name: name as ScenarioName,
    kind: "state" in scenario ? "state" : "time" in scenario ? "time" : "fault",
    description: scenario.description,
  }));
}

/**
 * Reads and checks a scenario, or several to be played together: of a field that several have, the
 * last one's counts; steps of several follow one another, and those that go on always come last.
 *
 * @throws CsbsScenarioError when one cannot be read, or is wrong.
 */
export async function readScenario(source: ScenarioSource | readonly ScenarioSource[]): Promise<Scenario> {
  const sources = Array.isArray(source) ? (source as ScenarioSource[]) : [source as ScenarioSource];
  const read = await Promise.all(sources.map(readOne));
  for (const one of read) checkSequences(one);
  const scenario = read.reduce(joined, {});
  checkSequences(scenario);
  return scenario;
}

async function readOne(source: ScenarioSource): Promise<Scenario> {
  if (typeof source !== "string" && !(source instanceof URL)) return checkScenario(source, "the scenario");
  if (typeof source === "string" && Object.hasOwn(scenarios, source)) {
    return scenarios[source as ScenarioName] as Scenario;
  }
  return checkScenario(await parsed(source), `the scenario ${String(source)}`);
}

async function parsed(source: string | URL): Promise<unknown> {
  let text: string;
  try {
    text = await readFile(/^file:/.test(String(source)) ? new URL(source) : source, "utf8");
  } catch (error) {
    const { code } = error as { code?: string };
    const known = Object.keys(scenarios);
    const isPath = typeof source !== "string" || /[./\\]/.test(source);
    const message = isPath
      ? `the scenario file ${String(source)} cannot be read${code === undefined ? "" : ` (${code})`}; expected one of ${known.join(", ")}`
      : `unknown scenario ${JSON.stringify(source)}; ${adviceFor(source, known)}`;
    throw new CsbsScenarioError(message, { known });
  }
  // Loaded only for files: it is as large as the rest of the mock.
  const { parse } = await import("yaml");
  try {
    return parse(text, { logLevel: "error" });
  } catch (error) {
    const [reason] = (error as Error).message.split(/:?\n/);
    throw new CsbsScenarioError(`the scenario ${String(source)} is not valid YAML: ${reason}`);
  }
}

function joined(one: Scenario, other: Scenario): Scenario {
  const operations = { ...one.operations };
  for (const [id, steps] of Object.entries(other.operations ?? {})) {
    const operation = id as keyof typeof operations;
    operations[operation] = inTurn(operations[operation] ?? [], steps);
  }
  const any = inTurn(one.any ?? [], other.any ?? []);
  return { ...one, ...other, operations, any };
}

/** Steps after steps; those that go on always come last, because nothing comes after them. */
function inTurn(first: readonly Step[], then: readonly Step[]): Step[] {
  const all = [...first, ...then];
  const goesOn = ({ times }: Step) => times === "always";
  return [...all.filter((step) => !goesOn(step)), ...all.filter(goesOn)];
}
