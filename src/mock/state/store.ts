import type { components } from "../../../generated/schema.ts";
import type { MockClock } from "../clock.ts";
import type { OperationId, SpecDocument } from "../document.ts";
import type { Life, State } from "../scenario.ts";
import { madeUpId } from "./ids.ts";
import { type LifeKind, type Phase, phaseAt, plan } from "./life.ts";
import { seed } from "./seeds.ts";

type Schemas = components["schemas"];
export type Tag = Schemas["Tag"];

/** A backup as the mock keeps it. What else an answer tells of it comes from the description's examples. */
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
  /** When it was ordered, in milliseconds since 1970. */
  readonly created: number;
  tags: Tag[];
  phases: Phase[];
}

export interface PolicyRecord {
  readonly id: string;
  policy: Schemas["Policy"];
  tags: Tag[];
}

/** Everything that the backups of one project are made of and remembered by. */
export class Store {
  readonly project: string;
  readonly document: SpecDocument;
  readonly clock: MockClock;
  /** The description's examples of a backup, in each of its states. */
  readonly examples: readonly Schemas["Backup"][];
  readonly backups: BackupRecord[] = [];
  readonly policies = new Map<string, PolicyRecord>();
  readonly quota: number | undefined;
  readonly #lives: NonNullable<State["lives"]>;
  readonly #begun = { backup: 0, deletion: 0, restore: 0 };
  #made = 0;

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
    this.quota = state.quota;
    this.#lives = state.lives ?? {};
    seed(this, state);
  }

  /** An ID that nothing has yet. */
  newId(kind: string): string {
    this.#made += 1;
    return madeUpId(this.project, kind, this.#made);
  }

  /** A new backup, at the beginning of the next life if it brings no phases. */
  addBackup(given: Partial<BackupRecord> & Pick<BackupRecord, "resourceId" | "checkpointId">): BackupRecord {
    const id = given.id ?? this.newId("backup");
    const prefix = given.autoTrigger === true ? "autobk" : "manualbk";
    const record = {
      ...noDetails,
      name: `${prefix}_${this.#made.toString(16).padStart(4, "0")}`,
      created: this.clock.wall,
      tags: [],
      ...given,
      id,
      phases: given.phases ?? plan("backup", this.#nextLife("backup"), this.clock.now),
    };
    this.backups.push(record);
    return record;
  }

  /** Begins a deletion or a restore of a backup. */
  begin(kind: LifeKind, record: BackupRecord): void {
    const { now } = this.clock;
    record.phases = [
      ...record.phases.filter(({ at }) => at <= now),
      ...plan(kind, this.#nextLife(kind), now),
    ];
  }

  phaseOf({ phases }: BackupRecord): Phase {
    return phaseAt(phases, this.clock.now);
  }

  /** Those that are there, in no order. */
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

  #nextLife(kind: LifeKind): Life {
    const lives = this.#lives[kind] ?? [];
    const life = lives[Math.min(this.#begun[kind], lives.length - 1)] ?? {};
    this.#begun[kind] += 1;
    return life;
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
