import type { backupStatuses } from "../../../generated/operations.ts";
import type { LifeCycle, State } from "../scenarios/scenario.ts";

export type BackupStatus = (typeof backupStatuses)[number];

/** A state that lasts until the next phase begins. */
export interface Phase {
  /** When it begins, in seconds of the mock's time. */
  at: number;
  status: BackupStatus | "gone";
  /** What is being done, as `fail_op` names it. */
  task: string;
  /** Seconds from 0 to 100 percent, where there is progress. */
  length?: number;
  failure?: { progress: number; code?: number; reason?: string };
}

export type LifeCycleKind = keyof NonNullable<State["lifeCycles"]>;

const transitions = {
  backup: { waiting: "waiting_protect", running: "protecting", done: "available", task: "backup" },
  deletion: { waiting: "waiting_delete", running: "deleting", done: "gone", task: "delete" },
  restore: { waiting: "waiting_restore", running: "restoring", done: "available", task: "restore" },
} as const satisfies {
  [Kind in LifeCycleKind]: { [stage in "waiting" | "running" | "done"]: Phase["status"] } & { task: string };
};

const defaults = { waiting: 60, running: 240, progress: 50 };

/** The phases of a life cycle that begins at a time. */
export function phasesFrom(kind: LifeCycleKind, lifeCycle: LifeCycle, at: number): Phase[] {
  const { waiting = defaults.waiting, running = defaults.running, fails } = lifeCycle;
  const { task, ...statuses } = transitions[kind];
  const begun = at + waiting;
  const first: Phase[] = [
    { at, status: statuses.waiting, task },
    { at: begun, status: statuses.running, task, length: running },
  ];
  if (fails === undefined) return [...first, { at: begun + running, status: statuses.done, task }];
  const { progress = defaults.progress, code, reason } = fails;
  const failure = {
    progress,
    ...(code === undefined ? {} : { code }),
    ...(reason === undefined ? {} : { reason }),
  };
  return [...first, { at: begun + (running * progress) / 100, status: "error", task, failure }];
}

/** How many seconds a life cycle takes from its beginning to its end. */
export function secondsOf({
  waiting = defaults.waiting,
  running = defaults.running,
  fails,
}: LifeCycle): number {
  return waiting + (fails === undefined ? running : (running * (fails.progress ?? defaults.progress)) / 100);
}

/** The life cycle that a state belongs to; undefined for states that last. */
export function kindOf(status: Phase["status"]): LifeCycleKind | undefined {
  return (Object.keys(transitions) as LifeCycleKind[]).find(
    (kind) => status === transitions[kind].waiting || status === transitions[kind].running,
  );
}

/** Phases at the beginning of the mock's time for something that is in this state then, and goes on as usual. */
export function phasesOfSeed(status: BackupStatus): Phase[] {
  const kind = kindOf(status);
  if (kind === undefined) {
    const failure = status === "error" ? { failure: { progress: defaults.progress } } : {};
    return [{ at: 0, status, task: "backup", ...failure }];
  }
  const phases = phasesFrom(kind, {}, 0);
  const current = phases.find((phase) => phase.status === status) as Phase;
  return phases
    .filter(({ at }) => at >= current.at)
    .map((phase) => ({ ...phase, at: phase.at - current.at }));
}

export function phaseAt(phases: Phase[], now: number): Phase {
  return phases.findLast(({ at }) => at <= now) ?? (phases[0] as Phase);
}

/** Percent; a state without a length is done, waits, or has failed somewhere. */
export function progressAt({ at, status, length, failure }: Phase, now: number): number {
  if (failure !== undefined) return failure.progress;
  if (length !== undefined) return length === 0 ? 100 : Math.floor((100 * (now - at)) / length);
  return status === "waiting_protect" || status === "waiting_restore" ? 0 : 100;
}
