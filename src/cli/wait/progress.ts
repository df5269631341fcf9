import { InvalidArgumentError, Option } from "commander";
import type { WaitOptions } from "../../index.ts";
import { type Progress, progressLine } from "../output/progress.ts";
import type { Session } from "../session.ts";

/** Options that a command hands to a waiting function of the client. */
export type Watch = Pick<WaitOptions, "signal" | "interval" | "deadline" | "onProgress"> & {
  signal: AbortSignal;
};

/** What is known before a wait begins. */
export interface WaitSettings {
  io: Session;
  /** Milliseconds between two polls, if not the client's own. */
  interval?: number | undefined;
  /** Milliseconds for the whole wait, if not the client's own. */
  deadline?: number | undefined;
  /** The command that continues the wait after Ctrl-C. */
  resume?: string | undefined;
}

/** The user has ended a wait; the work of the service continues. */
export class WaitInterrupted extends Error {
  readonly resume: string;

  constructor(resume: string, options: ErrorOptions) {
    super("the wait was interrupted", options);
    this.resume = resume;
  }
}

/** Runs waits and shows on stderr how far they are, all in one line. A wait that is left running is ended. */
export async function showProgress<T>(
  { io, interval, deadline, resume }: WaitSettings,
  run: (watch: Watch) => Promise<T>,
): Promise<T> {
  const line = progressLine(io);
  const end = new AbortController();
  const signal = io.signal === undefined ? end.signal : AbortSignal.any([io.signal, end.signal]);
  const all = new Map<string, Progress>();
  let pending = false;
  const show = () => {
    pending = false;
    line.show(summary([...all.values()]));
  };
  const onProgress: WaitOptions["onProgress"] = ({ backup: { id, status }, progress: percent }) => {
    all.set(id, { status, percent: status === "available" ? 100 : percent });
    // One poll reports several backups, one after the other.
    if (!pending) queueMicrotask(show);
    pending = true;
  };
  try {
    return await run({ signal, interval, deadline, onProgress });
  } catch (error) {
    if (io.signal?.aborted === true && resume !== undefined)
      throw new WaitInterrupted(resume, { cause: error });
    throw error;
  } finally {
    end.abort();
    line.end();
  }
}

/** How long to wait, for commands that wait. */
export function deadlineOption(): Option {
  return new Option(
    "--deadline <time>",
    "Give up waiting after this long, such as 30m or 2h; 6h when not given, 45m for a deletion",
  ).argParser(readDuration);
}

const units: { readonly [unit: string]: number } = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

function readDuration(text: string): number {
  const { count, unit = "" } = /^(?<count>\d{1,6})(?<unit>[smhd])$/.exec(text)?.groups ?? {};
  const milliseconds = Number(count) * (units[unit] ?? Number.NaN);
  if (milliseconds > 0) return milliseconds;
  throw new InvalidArgumentError("it must be a number above 0 with s, m, h or d, such as 90s, 30m or 2h");
}

/** Several backups as one line: how many are in which state, and how far they are on average. */
function summary(all: Progress[]): Progress {
  if (all.length === 1) return all[0] as Progress;
  const counts = new Map<string, number>();
  for (const { status } of all) counts.set(status, (counts.get(status) ?? 0) + 1);
  const known = all.flatMap(({ percent }) => percent ?? []);
  return {
    status: [...counts].map(([status, count]) => `${count} ${status}`).join(", "),
    percent: known.length === 0 ? undefined : known.reduce((sum, one) => sum + one, 0) / all.length,
  };
}
