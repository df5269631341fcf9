import { adviceFor } from "../../similar.ts";
import type { OperationId, SpecDocument } from "../description/document.ts";
import { CsbsScenarioError } from "./error.ts";
import type { Scenario, Step } from "./scenario.ts";

/** @throws CsbsScenarioError when a step comes after one that goes on always. */
export function checkSequences(scenario: Scenario): void {
  for (const [place, steps] of sequencesOf(scenario)) {
    const last = steps.findIndex(({ times }) => times === "always");
    if (last === -1 || last === steps.length - 1) continue;
    const never = `${place}/${last + 1}`;
    throw new CsbsScenarioError(`the scenario: ${never} is never reached: ${place}/${last} goes on always`, {
      place: never,
    });
  }
}

/** @throws CsbsScenarioError when a step asks for a response that the description does not have. */
export function checkResponses(scenario: Scenario, document: SpecDocument): void {
  for (const [place, steps, operation] of sequencesOf(scenario)) {
    const operations = operation === undefined ? document.operationIds : [operation];
    for (const [index, step] of steps.entries()) checkStep(step, `${place}/${index}`, operations, document);
  }
}

/** Each sequence of steps, with its place, and the operation that it is for. */
function sequencesOf({ operations = {}, any = [] }: Scenario): [string, readonly Step[], OperationId?][] {
  const own = Object.entries(operations) as [OperationId, readonly Step[]][];
  return [
    ...own.map(([id, steps]): [string, readonly Step[], OperationId] => [`operations/${id}`, steps, id]),
    ["any", any],
  ];
}

function checkStep(
  { example, status, fault = {} }: Step,
  place: string,
  operations: OperationId[],
  document: SpecDocument,
): void {
  const refuse = (at: string, problem: string, known: string[] = []) => {
    const found = `${place}/${at}`;
    throw new CsbsScenarioError(`the scenario: ${found}: ${problem}`, { place: found, known });
  };
  const field = example === undefined ? "status" : "example";
  if (example === undefined && status === undefined) return;
  const [own] = (["html", "redirect"] as const).filter((name) => fault[name] !== undefined);
  if (own !== undefined) refuse(field, `the fault ${own} has a response of its own`);
  for (const operation of operations) {
    if (example === undefined) {
      const known = document.statusesOf(operation).map(String);
      if (!known.includes(String(status))) {
        refuse(field, `${operation} has no response ${status}; expected one of ${known.join(", ")}`, known);
      }
      continue;
    }
    const found = document.statusOf(operation, example);
    if (found === undefined) {
      const known = document.exampleNames(operation);
      refuse(field, `${operation} has no example ${quote(example)}; ${adviceFor(example, known)}`, known);
    }
    if (status !== undefined && status !== found) {
      refuse(field, `${quote(example)} is an example of ${found}, not of ${status}`);
    }
  }
}

function quote(text: string): string {
  return JSON.stringify(text);
}
