import type { components } from "../../../generated/schema.ts";
import type { MockClock } from "../clock.ts";
import type { OperationId, SpecDocument } from "../description/document.ts";
import type { LifeCycle, State } from "../scenarios/scenario.ts";
import { deterministicUuid } from "./ids.ts";
import { type LifeCycleKind, type Phase, phaseAt, phasesFrom } from "./life-cycle.ts";
import { runSchedules } from "./scheduler.ts";
import { seed } from "./seeds.ts";

type Schemas = components["schemas"];
export type Tag = Schemas["Tag"];

/** A backup as the mock keeps it. The other fields of a response come from the description's examples. */
export interface BackupRecord {
  readonly id: string;
  readonly checkpointId: string;
  readonly name: string;
  readonly description: string | undefined;
  readonly resourceId: string;
  readonly resourceType: string | undefined;
  readonly resourceName: string | undefined;
  readonly az: string | undefined;
  readonly policyId: string | undefined;
  /** Whether a schedule made it, or a run that counts as one of it. */
  readonly autoTrigger: boolean;
  readonly incremental: boolean | undefined;
  /** When it was requested, in milliseconds since 1970. */
  readonly created: number;
  /** The server that it is, or was last, restored to. */
  restoreTarget: string;
  tags: Tag[];
  phases: Phase[];
}

export interface PolicyRecord {
  readonly id: string;
  policy: Schemas["Policy"];
  tags: Tag[];
}

/** Seconds for which a backup that is gone can still be a marker. */
const memory = 86_400;

/** The backups and policies of one project. */
export class Store {
  readonly project: string;
  readonly document: SpecDocument;
  readonly clock: MockClock;
  /** The description's examples of a backup, in each of its states. */
  readonly examples: readonly Schemas["Backup"][];
  readonly state: State;
  backups: BackupRecord[] = [];
  readonly policies = new Map<string, PolicyRecord>();
  readonly quota: number | undefined;
  readonly #begun = { backup: 0, deletion: 0, restore: 0 };
  #made = 0;
  #caughtUp = 0;
  /** Schedules have nothing to do before. */
  #due = 0;

  constructor(
    project: string,
    state: State,
    { document, clock }: { document: SpecDocument; clock: MockClock },
  ) {
    this.project = project;
    this.document = document;
    this.clock = clock;
    this.examples = document
      .successes<Schemas["BackupEnvelope"]>("getBackup")
      .map(({ checkpoint_item }) => checkpoint_item);
    this.state = state;
    this.quota = state.quota;
    seed(this, state);
  }

  /** Does what schedules had to do since the last time. */
  catchUp(): void {
    const { now } = this.clock;
    if (now >= this.#due) this.#due = runSchedules(this, this.#caughtUp, now);
    this.#caughtUp = now;
    const isRemembered = ({ at, status }: Phase) => status !== "gone" || at > now - memory;
    if (!this.backups.every((record) => isRemembered(this.phaseOf(record)))) {
      this.backups = this.backups.filter((record) => isRemembered(this.phaseOf(record)));
    }
  }

  /** Called after a change: rules hold at once, and schedules may have something else to do. */
  changed(): void {
    this.#due = Number.NEGATIVE_INFINITY;
  }

  /** An ID that nothing has yet. */
  newId(kind: string): string {
    this.#made += 1;
    return deterministicUuid(this.project, kind, this.#made);
  }

  /** A new backup, at the beginning of the next life cycle if it brings no phases. */
  addBackup(given: Partial<BackupRecord> & Pick<BackupRecord, "resourceId" | "checkpointId">): BackupRecord {
    const id = given.id ?? this.newId("backup");
    const prefix = given.autoTrigger === true ? "autobk" : "manualbk";
    const record = {
      ...noDetails,
      name: `${prefix}_${id.slice(0, 4)}`,
      created: this.clock.wall,
      tags: [],
      restoreTarget: given.resourceId,
      ...given,
      id,
      phases: given.phases ?? phasesFrom("backup", this.nextLifeCycle("backup"), this.clock.now),
    };
    this.backups.push(record);
    return record;
  }

  /** Begins a deletion or a restore of a backup. */
  begin(kind: LifeCycleKind, record: BackupRecord): void {
    const { now } = this.clock;
    record.phases = [
      ...record.phases.filter(({ at }) => at <= now),
      ...phasesFrom(kind, this.nextLifeCycle(kind), now),
    ];
  }

  /** Removes a backup at once, as retention does. */
  remove(record: BackupRecord): void {
    record.phases = [{ at: this.clock.now, status: "gone", task: "delete" }];
  }

  phaseOf({ phases }: BackupRecord): Phase {
    return phaseAt(phases, this.clock.now);
  }

  /** Those that exist, in no order. */
  living(): BackupRecord[] {
    return this.backups.filter((record) => this.phaseOf(record).status !== "gone");
  }

  findBackup(id: string | undefined): BackupRecord | undefined {
    const wanted = id?.toLowerCase();
    return this.backups.find((record) => record.id === wanted && this.phaseOf(record).status !== "gone");
  }

  /** A copy of an example of success, to be filled in. */
  example<Body>(operation: OperationId): Body {
    return structuredClone(this.document.successes<Body>(operation)[0] as Body);
  }

  /** The life cycle of the next backup, deletion or restore; the last one holds for all that follow. */
  nextLifeCycle(kind: LifeCycleKind): LifeCycle {
    const lifeCycles = this.state.lifeCycles?.[kind] ?? [];
    const next = lifeCycles[Math.min(this.#begun[kind], lifeCycles.length - 1)] ?? {};
    this.#begun[kind] += 1;
    return next;
  }
}

const noDetails = {
  description: undefined,
  resourceType: undefined,
  resourceName: undefined,
  az: undefined,
  policyId: undefined,
  incremental: undefined,
  autoTrigger: false,
};
