import {
  type CsbsClient,
  type components,
  waitForBackup,
  waitForDeletion,
  waitForPolicyRun,
} from "../../index.ts";
import type { Session } from "../session.ts";
import { countOf } from "../tasks/each.ts";
import { showProgress, type Watch } from "./progress.ts";

type Parameters = Record<string, unknown>;

/** What there is to wait for, known before and after the call, and what then is the result. */
interface Wait {
  /** For help: what --wait waits for. */
  until: string;
  targets?(client: CsbsClient, parameters: Parameters, signal: AbortSignal | undefined): Promise<string[]>;
  run(client: CsbsClient, watch: Watch, known: { response: unknown; targets: string[] }): Promise<unknown>;
  /** What to say once it is done, where no response says it. */
  done?(targets: readonly string[]): string;
  /** The command that continues the wait. */
  resume(record: string, targets: readonly string[]): string;
}

type Envelope = components["schemas"]["CheckpointEnvelope"];

const waits: { readonly [operationId: string]: Wait } = {
  createBackup: {
    until: "until the backup is available, and print it",
    run: (client, watch, { response }) =>
      waitForBackup(client, { checkpoint_id: (response as Envelope).checkpoint.id }, watch),
    resume: (record) => `csbs wait ${record}`,
  },
  runPolicy: {
    until: "until every backup of the run is available, and print them",
    run: (client, watch, { response }) => waitForPolicyRun(client, (response as Envelope).checkpoint, watch),
    resume: (record) => `csbs wait ${record}`,
  },
  deleteBackup: {
    until: "until the backups are gone",
    targets: backupsToDelete,
    run: async (client, watch, { targets }) => {
      await Promise.all(
        targets.map((checkpoint_item_id) => waitForDeletion(client, { checkpoint_item_id }, watch)),
      );
    },
    done: ({ length }) => `deleted ${countOf(length, "backup")}`,
    resume: (_, targets) => `csbs wait ${targets.join(" ")} --for deleted`,
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
  }: { client: CsbsClient; parameters: Parameters; io: Session; interval: number | undefined },
  call: () => Promise<unknown>,
): Promise<unknown> {
  const wait = waits[operationId] as Wait;
  const targets = (await wait.targets?.(client, parameters, io.signal)) ?? [];
  const response = await call();
  const record = String((response as Partial<Envelope>)?.checkpoint?.id ?? parameters.checkpoint_id);
  io.note(`csbs: waiting for ${record}\n`);
  const resume = wait.resume(record, targets);
  // One failure ends the other waits too.
  const result = await showProgress({ io, interval, resume }, (watch) =>
    wait.run(client, watch, { response, targets }),
  );
  if (wait.done !== undefined) io.note(`csbs: ${wait.done(targets)}\n`);
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
