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
  const refuse = (member: string, problem: string, known: string[] = []) => {
    const at = `${place}/${member}`;
    throw new CsbsScenarioError(`the scenario: ${at}: ${problem}`, { place: at, known });
  };
  const member = example === undefined ? "status" : "example";
  if (example === undefined && status === undefined) return;
  const [own] = (["html", "redirect"] as const).filter((name) => fault[name] !== undefined);
  if (own !== undefined) refuse(member, `the fault ${own} has a response of its own`);
  for (const operation of operations) {
    if (example === undefined) {
      const known = document.statusesOf(operation);
      if (!known.includes(status as number))
        refuse(member, `${operation} has no response ${status}`, known.map(String));
      continue;
    }
    const found = document.statusOf(operation, example);
    if (found === undefined) {
      refuse(member, `${operation} has no example ${quote(example)}`, document.exampleNames(operation));
    }
    if (status !== undefined && status !== found) {
      refuse(member, `${quote(example)} is an example of ${found}, not of ${status}`);
    }
  }
}

function quote(text: string): string {
  return JSON.stringify(text);
}
