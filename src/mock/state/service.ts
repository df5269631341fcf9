import type { MockClock } from "../clock.ts";
import type { OperationId, SpecDocument } from "../document.ts";
import type { Route } from "../routes.ts";
import type { State } from "../scenario.ts";
import { countBackups, createBackup, deleteBackup, getBackup, listBackups } from "./backups.ts";
import type { Handler, Outcome } from "./call.ts";
import { createPolicy, deletePolicy, getPolicy, listPolicies, runPolicy, updatePolicy } from "./policies.ts";
import { checkResources, createRestore, getQuotas } from "./restores.ts";
import { Store } from "./store.ts";
import { backupTags, policyTags } from "./tags.ts";

/** Undefined for what has no state to speak of: those answer with the description's examples. */
const handlers: { readonly [Id in OperationId]: Handler | undefined } = {
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
  getReplicationCapabilities: undefined,
  replicatePolicy: undefined,
  replicateBackup: undefined,
};

/** The service with its state: a store for each project that was asked about. */
export class StatefulService {
  readonly #state: State;
  readonly #parts: { document: SpecDocument; clock: MockClock };
  readonly #stores = new Map<string, Store>();

  constructor(state: State, parts: { document: SpecDocument; clock: MockClock }) {
    this.#state = state;
    this.#parts = parts;
  }

  /** What to answer to a request that Prism has found good. */
  answer({ operation, path }: Route, query: URLSearchParams, body: unknown): Outcome {
    const store = this.#storeOf(path.project_id ?? "");
    const stores = query.get("all_tenants") === "true" ? [...this.#stores.values()] : [store];
    return handlers[operation]?.({ operation, store, stores, path, query, body });
  }

  #storeOf(project: string): Store {
    const known = this.#stores.get(project);
    if (known !== undefined) return known;
    const store = new Store(project, this.#state, this.#parts);
    this.#stores.set(project, store);
    return store;
  }
}
