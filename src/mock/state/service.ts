import { createHash } from "node:crypto";
import { operationTable } from "../../../generated/operations.ts";
import type { MockClock } from "../clock.ts";
import type { Choice, OperationId, SpecDocument } from "../description/document.ts";
import { ExampleService } from "../description/example-service.ts";
import type { Route } from "../description/routes.ts";
import type { State } from "../scenarios/scenario.ts";
import { countBackups, createBackup, deleteBackup, getBackup, listBackups } from "./backups.ts";
import type { Handler } from "./call.ts";
import { createPolicy, deletePolicy, getPolicy, listPolicies, runPolicy, updatePolicy } from "./policies.ts";
import { checkResources, createRestore, getQuotas } from "./restores.ts";
import { Store } from "./store.ts";
import { backupTags, policyTags } from "./tags.ts";

/** Operations without a handler keep no state, and respond with the description's examples. */
const handlers: { readonly [Id in OperationId]?: Handler } = {
  countBackups,
  listBackups,
  getBackup,
  createBackup,
  deleteBackup,
  runPolicy,
  listPolicies,
  createPolicy,
  getPolicy,
  updatePolicy,
  deletePolicy,
  checkResources,
  createRestore,
  getQuotas,
  listProjectBackupTags: backupTags.listOfProject,
  findBackupsByTag: backupTags.search,
  listBackupTags: backupTags.list,
  addBackupTag: backupTags.add,
  updateBackupTags: backupTags.update,
  removeBackupTag: backupTags.remove,
  listProjectPolicyTags: policyTags.listOfProject,
  findPoliciesByTag: policyTags.search,
  listPolicyTags: policyTags.list,
  addPolicyTag: policyTags.add,
  updatePolicyTags: policyTags.update,
  removePolicyTag: policyTags.remove,
};

/** A body to respond with, or the error response and its body; nothing where the description's example will do. */
export type Served = { body: unknown } | { choice: Choice; body: unknown } | undefined;

/** What responds to requests that fit the description. */
export interface Service {
  respond(route: Route, query: URLSearchParams, body: unknown): Served;
}

/** The service with its state: a store for each project that was asked about. */
export class StatefulService implements Service {
  readonly #state: State;
  readonly #parts: { document: SpecDocument; clock: MockClock };
  readonly #examples: ExampleService;
  readonly #stores = new Map<string, Store>();

  constructor(state: State, parts: { document: SpecDocument; clock: MockClock }) {
    this.#state = state;
    this.#parts = parts;
    this.#examples = new ExampleService(parts.document);
  }

  /** The response to a request that fits the description. Time moves before it when a client polls. */
  respond({ operation, path }: Route, query: URLSearchParams, body: unknown): Served {
    const { clock, document } = this.#parts;
    const request = identityOf({ operation, path }, query, body);
    const attempt = JSON.stringify([operation, path]);
    clock.beforeRequest(request, attempt);
    const store = this.#storeOf(path.project_id ?? "");
    const stores = query.get("all_tenants") === "true" ? [...this.#stores.values()] : [store];
    for (const one of stores) one.catchUp();
    const handler = handlers[operation];
    const outcome =
      handler === undefined
        ? this.#examples.respond({ operation, path }, query, body)
        : handler({ operation, store, stores, path, query, body });
    const isRefused = outcome !== undefined && "refuse" in outcome;
    const { safe } = operationTable[operation];
    const hasChanged = !isRefused && !safe;
    if (hasChanged) store.changed();
    // Clients that try a refused write again may give it another body each time, with a new name.
    clock.afterRequest(isRefused && !safe ? attempt : request, hasChanged);
    return isRefused ? document.refusal(operation, outcome) : outcome;
  }

  #storeOf(project: string): Store {
    const known = this.#stores.get(project);
    if (known !== undefined) return known;
    const store = new Store(project, this.#state, this.#parts);
    this.#stores.set(project, store);
    return store;
  }
}

/** Equal for requests that ask for the same, whatever the order of their parameters and unknown ones of them. */
function identityOf({ operation, path }: Route, query: URLSearchParams, body: unknown): string {
  const known: readonly string[] = operationTable[operation].query;
  const pairs = [...query].filter(([name]) => known.includes(name)).map((pair) => pair.join("="));
  const text = JSON.stringify([operation, path, pairs.sort(), body]);
  return createHash("sha256").update(text).digest("base64");
}
