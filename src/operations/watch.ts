import type { components } from "../../generated/schema.ts";
import {
  CsbsApiError,
  CsbsConfigError,
  CsbsConnectionError,
  type CsbsErrorOptions,
  CsbsTimeoutError,
} from "../errors.ts";
import type { CsbsCallOptions } from "../options.ts";
import { checkSignal, Deadline, now } from "../transport/deadline.ts";
import { isText } from "../transport/json.ts";
import { isPlain } from "../transport/plain.ts";
import { isRefusedRedirect } from "../transport/redirect.ts";
import { failReason } from "./fail-reason.ts";

type Backup = components["schemas"]["Backup"];

/** How far a backup is. */
export interface BackupProgress {
  /** The backup as it was just seen. */
  backup: Backup;
  /** Percent of the running task, where the service says so. */
  progress: number | undefined;
}

/** Options of the waiters; timeout, retries and headers hold for each poll. */
export interface WaitOptions extends Omit<CsbsCallOptions, "deadline"> {
  /** Milliseconds for the whole wait. Default 21,600,000 (6 h), for a deletion 2,700,000 (45 min); Infinity for none. */
  deadline?: number | undefined;
  /** Milliseconds between the first poll and the second; each pause after it is half as long again, up to 30 s. Default 2,000. */
  interval?: number | undefined;
  /** Called after each poll, once for each backup. What it throws, or rejects with, ends the wait. */
  onProgress?: ((seen: BackupProgress) => void) | undefined;
}

/** What was waited for has not happened within the deadline, which is `timeout`. It may still happen. */
export class CsbsWaitTimeoutError extends CsbsTimeoutError {
  override name = "CsbsWaitTimeoutError";
  /** The backup as it was last seen, of several the first that had not ended; undefined when none was. */
  readonly last: Backup | undefined;

  constructor(deadline: number, last: Backup | undefined, options: CsbsErrorOptions) {
    const seen = last === undefined ? "no backup was seen" : `last seen: ${describeBackup(last)}`;
    super(deadline, options, `the wait has not ended within ${deadline} ms; ${seen}`);
    this.last = last;
  }
}

/** Whether nothing more happens to a backup in this state by itself. States that nobody knows are not terminal. */
export function isTerminal(status: string): boolean {
  return status === "available" || status === "error" || status === "deleted";
}

/** Name, ID and state of a backup, and why it failed. */
export function describeBackup(backup: Backup): string {
  const name = isText(backup.name) ? `${backup.name} ` : "";
  const reason = failReason(backup);
  return `${name}${backup.id} is ${backup.status}${reason === undefined ? "" : ` (${reason})`}`;
}

/** How backups are polled: the operation, and all backups to expect. A 404 means none. */
export interface Poll {
  operation: string;
  see: (options: CsbsCallOptions) => Promise<Backup[]>;
}

/**
 * Whether what was seen ends the wait; throws when it ends badly.
 * `early`: within 60 s of the beginning. `cause`: the 404, where that was the response.
 */
export type EndCondition = (seen: Backup[], circumstances: { early: boolean; cause: unknown }) => boolean;

/** Milliseconds in which a new backup may be invisible: 60 s. */
export const grace = 60_000;

/** Between two polls: 2 s at first, half as long again each time, 30 s at most, give or take a fifth. */
const delays = { factor: 1.5, longest: 30_000, jitter: 0.2 };

/** Looks until the evaluate is content, and resolves to what was seen then. Leaves no timer and no listener. */
export async function watch(
  poll: Poll,
  evaluate: EndCondition,
  defaultDeadline: number,
  options: WaitOptions,
): Promise<Backup[]> {
  const { operation } = poll;
  const { deadline: limit = defaultDeadline, interval = 2_000, onProgress, signal, ...call } = options;
  checkOptions({ limit, interval, signal, onProgress }, operation);
  let last: Backup[] = [];
  let failure: unknown;
  const error = () => {
    const running = last.find(({ status }) => !isTerminal(status)) ?? last[0];
    return new CsbsWaitTimeoutError(limit, running, { operation, cause: failure });
  };
  const deadline = new Deadline(limit, { signal, error });
  try {
    const begun = now();
    for (let delay = interval; ; delay = Math.min(delay * delays.factor, delays.longest)) {
      const { seen, error } = await pollOnce(poll, call, deadline);
      failure = error;
      if (seen !== undefined) {
        if (seen.length > 0) last = seen;
        for (const backup of seen) {
          const told: unknown = onProgress?.({ backup, progress: progressOf(backup) });
          if (told !== undefined) await deadline.race(told);
        }
        if (deadline.ended !== undefined) throw deadline.ended.reason;
        if (evaluate(seen, { early: now() - begun < grace, cause: error })) return seen;
      }
      const jitter = 1 + delays.jitter * (2 * Math.random() - 1);
      await deadline.pause(Math.min(delay * jitter, delays.longest));
    }
  } finally {
    deadline.stop();
  }
}

function checkOptions(
  { limit, interval, signal, onProgress }: { [name: string]: unknown },
  operation: string,
): void {
  const wrong = (rule: string) => new CsbsConfigError(rule, { operation });
  const isTime = (value: unknown) => typeof value === "number" && value > 0;
  if (!isTime(limit)) throw wrong("deadline, if not Infinity, must be a number of milliseconds above 0");
  if (!isTime(interval)) throw wrong("interval must be a number of milliseconds above 0");
  if (onProgress !== undefined && typeof onProgress !== "function")
    throw wrong("onProgress must be a function");
  checkSignal(signal);
}

/** What was seen; nothing, not even an empty list, after a transient failure. */
async function pollOnce(
  { see }: Poll,
  call: CsbsCallOptions,
  deadline: Deadline,
): Promise<{ seen?: Backup[]; error?: unknown }> {
  try {
    return { seen: await deadline.race(see({ ...call, signal: deadline.signal })) };
  } catch (error) {
    if (deadline.ended !== undefined) throw deadline.ended.reason;
    if (isMissing(error)) return { seen: [], error };
    if (isTransient(error)) return { error };
    throw error;
  }
}

/** Prefixes of the codes that the service itself sends; `APIGW.` is its gateway. */
const ownCodes = /^(CSBS|BackupService)\./;

/**
 * Whether the service itself says that there is no such backup. Any other 404 is about the URL, or of
 * a proxy in between.
 */
function isMissing(error: unknown): boolean {
  if (!(error instanceof CsbsApiError) || error.status !== 404) return false;
  return isPlain(error.body) && (ownCodes.test(error.code ?? "") || error.code === "itemNotFound");
}

function isTransient(error: unknown): boolean {
  if (error instanceof CsbsApiError) return error.status === 429 || error.status >= 500;
  return error instanceof CsbsConnectionError && !isRefusedRedirect(error);
}

/** A number on the wire, text in one SDK. */
function progressOf({ extend_info }: Backup): number | undefined {
  const progress: unknown = extend_info?.progress;
  const percent = typeof progress === "string" ? Number.parseFloat(progress) : progress;
  return typeof percent === "number" && Number.isFinite(percent) ? percent : undefined;
}
