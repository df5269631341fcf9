import {
  type CsbsClient,
  type components,
  waitForBackup,
  waitForDeletion,
  waitForPolicyRun,
} from "../../index.ts";
import type { Io } from "../io.ts";
import { type Progress, progressLine } from "../output/progress.ts";

type Backup = components["schemas"]["Backup"];
type Parameters = Record<string, unknown>;

interface Watch {
  signal: AbortSignal;
  interval: number | undefined;
  onProgress(seen: { backup: Backup; progress: number | undefined }): void;
}

/** What there is to wait for, known before and after the call, and what then is the result. */
interface Wait {
  /** For help: what --wait waits for. */
  until: string;
  targets?(client: CsbsClient, parameters: Parameters, signal: AbortSignal | undefined): Promise<string[]>;
  run(client: CsbsClient, watch: Watch, known: { response: unknown; targets: string[] }): Promise<unknown>;
  /** What to say once it is done, where no response says it. */
  done?(targets: readonly string[]): string;
}

type Envelope = components["schemas"]["CheckpointEnvelope"];

const waits: { readonly [operationId: string]: Wait } = {
  createBackup: {
    until: "until the backup is available, and print it",
    run: (client, watch, { response }) =>
      waitForBackup(client, { checkpoint_id: (response as Envelope).checkpoint.id }, watch),
  },
  runPolicy: {
    until: "until every backup of the run is available, and print them",
    run: (client, watch, { response }) => waitForPolicyRun(client, (response as Envelope).checkpoint, watch),
  },
  deleteBackup: {
    until: "until the backups are gone",
    targets: backupsToDelete,
    run: async (client, watch, { targets }) => {
      await Promise.all(
        targets.map((checkpoint_item_id) => waitForDeletion(client, { checkpoint_item_id }, watch)),
      );
    },
    done: ({ length }) => `deleted ${length} ${length === 1 ? "backup" : "backups"}`,
  },
};

export function waitHelp(operationId: string): string | undefined {
  return waits[operationId]?.until;
}

/**
 * Makes a call and waits until what it has started is done; resolves to what came of it. Ctrl-C
 * ends the wait, not the work: so the record's ID is told before.
 */
export async function callAndWait(
  operationId: string,
  {
    client,
    parameters,
    io,
    interval,
  }: { client: CsbsClient; parameters: Parameters; io: Io; interval: number | undefined },
  call: () => Promise<unknown>,
): Promise<unknown> {
  const wait = waits[operationId] as Wait;
  const targets = (await wait.targets?.(client, parameters, io.signal)) ?? [];
  const response = await call();
  io.err(
    `csbs: waiting for ${(response as Partial<Envelope>)?.checkpoint?.id ?? parameters.checkpoint_id}\n`,
  );
  const line = progressLine(io);
  // One failure ends the other waits too.
  const end = new AbortController();
  const signal = io.signal === undefined ? end.signal : AbortSignal.any([io.signal, end.signal]);
  const seen = new Map<string, Progress>();
  let pending = false;
  const show = () => {
    pending = false;
    line.show(summary([...seen.values()]));
  };
  const onProgress: Watch["onProgress"] = ({ backup: { id, status }, progress: percent }) => {
    seen.set(id, { status, percent: status === "available" ? 100 : percent });
    // One poll reports several backups, one after the other.
    if (!pending) queueMicrotask(show);
    pending = true;
  };
  let result: unknown;
  try {
    result = await wait.run(client, { signal, interval, onProgress }, { response, targets });
  } finally {
    end.abort();
    line.end();
  }
  if (wait.done !== undefined) io.err(`csbs: ${wait.done(targets)}\n`);
  return result;
}

/** Those that are named, or all of the record: once deleted, they could not be listed. */
async function backupsToDelete(
  client: CsbsClient,
  parameters: Parameters,
  signal: AbortSignal | undefined,
): Promise<string[]> {
  const { checkpoint_id, checkpoint_items } = parameters as { [name: string]: string };
  if (checkpoint_items !== undefined) return checkpoint_items.split(",").map((id) => id.trim());
  const { checkpoint_items: backups } = await client.listBackups({ checkpoint_id }, { signal });
  return backups.map(({ id }) => id);
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
