import type { backupStatuses } from "../../../generated/operations.ts";
import type { Life, State } from "../scenario.ts";

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

export type LifeKind = keyof NonNullable<State["lives"]>;

const courses = {
  backup: { waiting: "waiting_protect", running: "protecting", done: "available", task: "backup" },
  deletion: { waiting: "waiting_delete", running: "deleting", done: "gone", task: "delete" },
  restore: { waiting: "waiting_restore", running: "restoring", done: "available", task: "restore" },
} as const satisfies {
  [Kind in LifeKind]: { [stage in "waiting" | "running" | "done"]: Phase["status"] } & { task: string };
};

const defaults = { waiting: 60, running: 240, progress: 50 };

/** The phases of a life that begins at a time. */
export function plan(kind: LifeKind, life: Life, at: number): Phase[] {
  const { waiting = defaults.waiting, running = defaults.running, fails } = life;
  const { task, ...course } = courses[kind];
  const begun = at + waiting;
  const first: Phase[] = [
    { at, status: course.waiting, task },
    { at: begun, status: course.running, task, length: running },
  ];
  if (fails === undefined) return [...first, { at: begun + running, status: course.done, task }];
  const { progress = defaults.progress, code, reason } = fails;
  const failure = {
    progress,
    ...(code === undefined ? {} : { code }),
    ...(reason === undefined ? {} : { reason }),
  };
  return [...first, { at: begun + (running * progress) / 100, status: "error", task, failure }];
}

/** The life that begins, or is under way, in a state; undefined for states that last. */
export function kindOf(status: BackupStatus): LifeKind | undefined {
  return (Object.keys(courses) as LifeKind[]).find(
    (kind) => status === courses[kind].waiting || status === courses[kind].running,
  );
}

/** Phases as they stand at the beginning for something that is in this state then, and goes on as usual. */
export function planFrom(status: BackupStatus): Phase[] {
  const kind = kindOf(status);
  if (kind === undefined) {
    const failure = status === "error" ? { failure: { progress: defaults.progress } } : {};
    return [{ at: 0, status, task: "backup", ...failure }];
  }
  const phases = plan(kind, {}, 0);
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
