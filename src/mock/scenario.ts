import { readFile } from "node:fs/promises";
import type { components } from "../../generated/scenario.ts";
import { scenarios } from "../../generated/scenarios.ts";
import { checkScenario } from "./scenario-check.ts";
import { CsbsScenarioError } from "./scenario-error.ts";

type Schemas = components["schemas"];

/** What the mock plays; the guide on scenarios explains each member. */
export type Scenario = Schemas["Scenario"];
export type State = Schemas["State"];
export type Time = Schemas["Time"];
export type Life = Schemas["Life"];
export type Step = Schemas["Step"];
export type Fault = Schemas["Fault"];

/** The name of a scenario that the package brings. */
export type ScenarioName = keyof typeof scenarios;

/** A scenario, the name of one that the package brings, or a YAML or JSON file of one. */
export type ScenarioSource = Scenario | ScenarioName | (string & {}) | URL;

/** Names and descriptions of the scenarios that the package brings. */
export function listScenarios(): { name: ScenarioName; description: string }[] {
  return Object.entries(scenarios).map(([name, { description }]) => ({
    name: name as ScenarioName,
    description,
  }));
}

/**
 * Reads and checks a scenario, or several to be played together: of a member that several have, the
 * last one's counts; steps of several follow one another.
 *
 * @throws CsbsScenarioError when one cannot be read, or is wrong.
 */
export async function readScenario(source: ScenarioSource | readonly ScenarioSource[]): Promise<Scenario> {
  const sources = Array.isArray(source) ? (source as ScenarioSource[]) : [source as ScenarioSource];
  const read = await Promise.all(sources.map(readOne));
  return read.reduce(joined, {});
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
    text = await readFile(source, "utf8");
  } catch {
    const isPath = typeof source !== "string" || /[./\\]/.test(source);
    throw new CsbsScenarioError(
      isPath ? `there is no scenario file ${String(source)}` : `there is no scenario "${source}"`,
      { known: Object.keys(scenarios) },
    );
  }
  // Loaded only for files: it is as large as the rest of the mock.
  const { parse } = await import("yaml");
  try {
    return parse(text, { logLevel: "error" });
  } catch (error) {
    const [reason] = (error as Error).message.split(/:?\n/);
    throw new CsbsScenarioError(`the scenario ${String(source)} is no YAML: ${reason}`, {});
  }
}

function joined(one: Scenario, other: Scenario): Scenario {
  const operations = { ...one.operations };
  for (const [id, steps] of Object.entries(other.operations ?? {})) {
    const operation = id as keyof typeof operations;
    operations[operation] = [...(operations[operation] ?? []), ...steps];
  }
  const any = [...(one.any ?? []), ...(other.any ?? [])];
  return { ...one, ...other, operations, any };
}
