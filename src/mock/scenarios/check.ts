import { forms, scenarioChecks } from "../../../generated/scenario-check.js";
import { explain } from "../../validation/messages.ts";
import { findDuplicate } from "../iam/users-check.ts";
import { readRule } from "../state/recurrence.ts";
import { CsbsScenarioError } from "./error.ts";
import type { Scenario } from "./scenario.ts";

/** @throws CsbsScenarioError when it does not fit generated/scenario.schema.json. */
export function checkScenario(value: unknown, name: string): Scenario {
  const check = scenarioChecks.scenario;
  if (!isPlain(value)) throw new CsbsScenarioError(`${name}: it must be an object`);
  if (check(value)) {
    checkSeeds(value as Scenario, name);
    return value as Scenario;
  }
  const { message, place, known } = explain(check.errors ?? [], "it", forms);
  throw new CsbsScenarioError(`${name}: ${message}`, { place, known });
}

/** Not a list, a Date or a Map, which would pass for a scenario that says nothing. */
function isPlain(value: unknown): boolean {
  return Object.prototype.toString.call(value) === "[object Object]";
}

/** What the schema cannot say: IDs and bindings are there once, rules can run, and a moment must be one. */
function checkSeeds({ state = {}, time = {}, users = [] }: Scenario, name: string): void {
  const refuse = (place: string, problem: string) => {
    throw new CsbsScenarioError(`${name}: ${place} ${problem}`, { place });
  };
  for (const kind of ["backups", "policies"] as const) {
    const known = new Set<string>();
    for (const [index, { id, ...seed }] of (state[kind] ?? []).entries()) {
      if (id === undefined) continue;
      const place = `state/${kind}/${index}/id`;
      const { count = 1 } = seed as { count?: number };
      if (count !== 1) refuse(place, `is the ID of one backup, but count is ${count}`);
      if (known.has(id.toLowerCase())) refuse(place, "is there twice");
      known.add(id.toLowerCase());
    }
  }
  const duplicate = findDuplicate(users);
  if (duplicate !== undefined) refuse(duplicate, "is there twice");
  const servers = new Set<string>();
  for (const [index, policy] of (state.policies ?? []).entries()) {
    const place = `state/policies/${index}`;
    if (policy.rule !== undefined && readRule(policy.rule) === undefined) {
      refuse(`${place}/rule`, "can never run, or has a part that does not work");
    }
    for (const [at, server] of (policy.servers ?? []).entries()) {
      if (servers.has(server.toLowerCase())) refuse(`${place}/servers/${at}`, "is bound already");
      servers.add(server.toLowerCase());
    }
  }
  const { start } = time;
  const moment = new Date(`${start}Z`);
  const isMoment = !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(String(start));
  if (start !== undefined && !isMoment) refuse("time/start", "is not a valid time");
}
