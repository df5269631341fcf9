import { backupStatuses } from "../../generated/operations.ts";
import type { CountBackupsParameters } from "../../generated/types.ts";
import type { CsbsClient } from "../client.ts";
import { CsbsConfigError, CsbsResponseError } from "../errors.ts";
import type { CsbsCallOptions } from "../options.ts";
import { checkSignal, throwIfAborted } from "../transport/deadline.ts";
import { isObject, wholeNumber } from "../transport/json.ts";
import { isPlain } from "../transport/plain.ts";

type Status = (typeof backupStatuses)[number];
type Counter = Pick<CsbsClient, "countBackups">;

/** Options of counting; those of a call hold for each. */
export interface CountOptions extends CsbsCallOptions {
  /** How many requests are in progress at once, 1 or more. Default 4 for states, 8 for targets. */
  concurrency?: number | undefined;
}

/** How many backups there are in each state, and their sum. */
export type StatusCounts = Record<Status | "total", number>;

/**
 * Counts the backups in each of the nine states, by a request each. `total` is their sum; a backup
 * in a state that the API cannot be asked for is not in it. One that changes its state meanwhile may
 * be counted twice or not at all.
 *
 * @throws what countBackups throws, as soon as one count fails; no further request is begun then.
 * @throws CsbsResponseError when a response holds no count.
 * @throws CsbsConfigError when concurrency is not a whole number above 0, or the filters have a status.
 */
export async function countByStatus(
  csbs: Counter,
  filters: Omit<CountBackupsParameters, "status"> = {},
  options: CountOptions = {},
): Promise<StatusCounts> {
  const { concurrency = 4, ...call } = readArguments(filters, options);
  if ((filters as CountBackupsParameters).status !== undefined) {
    throw new CsbsConfigError("countByStatus counts every state; leave status out of its filters");
  }
  const counts = await mapBounded(backupStatuses, concurrency, async (status) => {
    return [status, countIn(await csbs.countBackups({ ...filters, status }, call))] as const;
  });
  const total = counts.reduce((sum, [, count]) => sum + count, 0);
  return { ...Object.fromEntries(counts), total } as StatusCounts;
}

/** Where to count: one project of one region. */
export interface CountTarget {
  /** For people. */
  name?: string | undefined;
  /** A client of the region. */
  client: Counter;
  /** ID of the project. Default: the client's. */
  projectId?: string | undefined;
}

/** What came of a target: its count or its error, the other is undefined. */
export type TargetCount<Target extends CountTarget = CountTarget> =
  | {
      /** The target, as it was passed. */
      target: Target;
      /** How many backups it has. */
      count: number;
      /** Undefined: it was counted. */
      error?: undefined;
    }
  | {
      /** The target, as it was passed. */
      target: Target;
      /** Undefined: it was not counted. */
      count?: undefined;
      /** Why it was not counted: what countBackups has thrown. */
      error: unknown;
    };

/** What came of all targets, in their order. */
export interface CountsEverywhere<Target extends CountTarget = CountTarget> {
  /** One for each target, in their order. */
  results: TargetCount<Target>[];
  /** Sum over the targets that responded. */
  total: number;
  /** How many did not respond; 0 when `total` is complete. */
  failed: number;
}

/**
 * Counts backups in several projects and regions, by a request each. A target that fails does not
 * keep the others from being counted: its error is in its result.
 *
 * @throws the reason of the signal when it aborts. @throws CsbsConfigError when concurrency is not a
 * whole number above 0. Nothing else.
 */
export async function countEverywhere<Target extends CountTarget>(
  targets: readonly Target[],
  filters: Omit<CountBackupsParameters, "project_id"> = {},
  options: CountOptions = {},
): Promise<CountsEverywhere<Target>> {
  const { concurrency = 8, ...call } = readArguments(filters, options);
  if (!Array.isArray(targets) || !targets.every((target): boolean => isObject(target))) {
    throw new CsbsConfigError("targets must be a list of objects, each with a client");
  }
  const results = await mapBounded(targets, concurrency, async (target): Promise<TargetCount<Target>> => {
    throwIfAborted(call.signal);
    const { client, projectId } = target;
    const project = projectId === undefined ? {} : { project_id: projectId };
    try {
      return { target, count: countIn(await client.countBackups({ ...filters, ...project }, call)) };
    } catch (error) {
      throwIfAborted(call.signal);
      return { target, error };
    }
  });
  return {
    results,
    total: results.reduce((sum, { count = 0 }) => sum + count, 0),
    failed: results.filter(({ count }) => count === undefined).length,
  };
}

/**
 * The number in a response of countBackups, also where it is written as text. Whatever else stands
 * there would spoil a sum in silence.
 *
 * @throws CsbsResponseError when there is no whole number.
 */
export function countIn(response: unknown): number {
  const { count } = (response ?? {}) as { count?: unknown };
  const number = wholeNumber(count);
  if (number !== undefined) return number;
  throw new CsbsResponseError("responded 200 without a count that is a whole number", {
    operation: "countBackups",
    status: 200,
    body: response,
  });
}

/** A filter that is lost would count everything. */
function readArguments(filters: unknown, options: CountOptions): CountOptions {
  if (!isPlain(filters)) throw new CsbsConfigError("filters must be a plain object");
  if (!isPlain(options)) throw new CsbsConfigError("the options of counting must be a plain object");
  checkSignal(options.signal);
  return options;
}

/** Maps in order with so many tasks at once; after a failure none is begun, and that failure is thrown. */
async function mapBounded<Item, Result>(
  items: readonly Item[],
  concurrency: number,
  task: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  if (!Number.isInteger(concurrency) || concurrency < 1) {
    throw new CsbsConfigError("concurrency must be a whole number, 1 or more");
  }
  const results: Result[] = [];
  // Workers share one iterator, so that each item is taken once.
  const queue = items.entries();
  let failed = false;
  const work = async () => {
    for (const [index, item] of queue) {
      if (failed) return;
      try {
        results[index] = await task(item);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(concurrency, items.length) }, work));
  return results;
}
