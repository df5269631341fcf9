import schema from "../../generated/scenario.schema.json" with { type: "json" };
import { scenarioChecks } from "../../generated/scenario-check.js";
import { explain } from "../problems.ts";
import type { OperationId, SpecDocument } from "./document.ts";
import type { Scenario, Step } from "./scenario.ts";
import { CsbsScenarioError } from "./scenario-error.ts";

interface Node {
  $ref?: string;
  properties?: { [name: string]: Node };
  items?: Node;
  enum?: string[];
}

/** @throws CsbsScenarioError when it does not fit generated/scenario.schema.json. */
export function checkScenario(value: unknown, name: string): Scenario {
  const check = scenarioChecks.scenario;
  if (check(value)) {
    checkSeeds(value as Scenario, name);
    return value as Scenario;
  }
  const problems = check.errors ?? [];
  const { instancePath = "", keyword, params = {} } = problems.at(-1) ?? {};
  const at = schemaAt(instancePath);
  const known = keyword === "additionalProperties" ? Object.keys(at.properties ?? {}) : [];
  const unknownName = typeof params.additionalProperty === "string" ? [params.additionalProperty] : [];
  throw new CsbsScenarioError(`${name}: ${explain(problems, "it")}`, {
    place: [...instancePath.slice(1).split("/").filter(Boolean), ...unknownName].join("/"),
    known,
  });
}

/** IDs are for one backup only. */
function checkSeeds({ state }: Scenario, name: string): void {
  for (const [index, { count = 1, id }] of (state?.backups ?? []).entries()) {
    if (count === 1 || id === undefined) continue;
    const place = `state/backups/${index}/id`;
    throw new CsbsScenarioError(`${name}: ${place} is the ID of one backup, but count is ${count}`, {
      place,
    });
  }
}

/** @throws CsbsScenarioError when a step names an example that the description does not have. */
export function checkExamples({ operations = {}, any = [] }: Scenario, document: SpecDocument): void {
  for (const [id, steps] of Object.entries(operations)) {
    for (const [index, step] of steps.entries()) {
      checkExample(step, `operations/${id}/${index}/example`, [id as OperationId], document);
    }
  }
  for (const [index, step] of any.entries()) {
    checkExample(step, `any/${index}/example`, document.operationIds, document);
  }
}

function checkExample(
  { example, status }: Step,
  place: string,
  operations: OperationId[],
  document: SpecDocument,
): void {
  if (example === undefined) return;
  for (const operation of operations) {
    const found = document.statusOf(operation, example);
    if (found === undefined) {
      throw new CsbsScenarioError(`the scenario: ${place}: ${operation} has no example ${quote(example)}`, {
        place,
        known: document.exampleNames(operation),
      });
    }
    if (status !== undefined && status !== found) {
      const problem = `the scenario: ${place}: ${quote(example)} is an example of ${found}, not of ${status}`;
      throw new CsbsScenarioError(problem, { place });
    }
  }
}

function quote(text: string): string {
  return JSON.stringify(text);
}

/** The schema that holds at a place of a scenario. */
function schemaAt(instancePath: string): Node {
  let node = follow(schema as Node);
  for (const part of instancePath.split("/").slice(1)) {
    node = follow(node.items ?? node.properties?.[part] ?? {});
  }
  return node;
}

function follow(node: Node): Node {
  const name = node.$ref?.slice("#/$defs/".length);
  return name === undefined ? node : follow((schema.$defs as { [name: string]: Node })[name] as Node);
}
