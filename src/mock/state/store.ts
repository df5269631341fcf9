import type { components } from "../../../generated/schema.ts";
import type { MockClock } from "../clock.ts";
import type { OperationId, SpecDocument } from "../document.ts";
import type { Life, State } from "../scenario.ts";
import { madeUpId } from "./ids.ts";
import { type LifeKind, type Phase, phaseAt, plan, planFrom } from "./life.ts";

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
  readonly incremental: boolean | undefined;
  /** When it was ordered: milliseconds since 1970, and seconds of the mock's time. */
  readonly created: number;
  readonly born: number;
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
    this.quota = state.quota;
    this.#lives = state.lives ?? {};
    for (const seed of state.policies ?? []) this.#seedPolicy(seed);
    for (const seed of state.backups ?? []) this.#seedBackups(seed);
  }

  /** An ID that nothing has yet. */
  newId(kind: string): string {
    this.#made += 1;
    return madeUpId(this.project, kind, this.#made);
  }

  /** A new backup at the beginning of its life. */
  addBackup(given: Partial<BackupRecord> & Pick<BackupRecord, "resourceId" | "checkpointId">): BackupRecord {
    const now = this.clock.now;
    const record = {
      ...noDetails,
      id: this.newId("backup"),
      name: `manualbk_${this.#made.toString(16).padStart(4, "0")}`,
      created: this.clock.wall,
      born: now,
      tags: [],
      phases: plan("backup", this.#nextLife("backup"), now),
      ...given,
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
    return this.living().find((record) => record.id === id?.toLowerCase());
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

  #seedBackups({ count = 1, status = "available", age = 3600, ...seed }: Seed): void {
    const { name = "backup", resource_name = "server", tags = {}, az, policy_id: policyId } = seed;
    const numbered = (text: string, index: number) => (count === 1 ? text : `${text}-${index + 1}`);
    for (let index = 0; index < count; index += 1) {
      this.addBackup({
        id: seed.id?.toLowerCase() ?? this.newId("backup"),
        checkpointId: seed.checkpoint_id ?? this.newId("checkpoint"),
        resourceId: seed.resource_id ?? this.newId("server"),
        name: numbered(name, index),
        resourceName: numbered(resource_name, index),
        az,
        policyId,
        tags: tagList(tags),
        created: this.clock.wall - (age + index * 60) * 1000,
        born: -age - index * 60,
        phases: planFrom(status, (kind) => this.#lives[kind]?.[0] ?? {}),
      });
    }
    this.#begun.backup = 0;
  }

  #seedPolicy({ id = this.newId("policy"), name = "policy", servers = [], tags = {} }: SeedPolicy): void {
    const { policy } = this.example<Schemas["PolicyEnvelope"]>("getPolicy");
    const type = policy.resources?.[0]?.type;
    const resources = servers.map((server) => ({
      id: server,
      ...(type === undefined ? {} : { type }),
      name: server,
    }));
    this.policies.set(id, {
      id,
      policy: { ...policy, id, name, project_id: this.project, resources },
      tags: tagList(tags),
    });
  }
}

type Seed = NonNullable<State["backups"]>[number];
type SeedPolicy = NonNullable<State["policies"]>[number];

const noDetails = {
  description: undefined,
  resourceType: undefined,
  resourceName: undefined,
  az: undefined,
  policyId: undefined,
  incremental: undefined,
};

function tagList(tags: { [key: string]: string }): Tag[] {
  return Object.entries(tags).map(([key, value]) => ({ key, value }));
}
