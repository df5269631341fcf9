import type { components } from "../../generated/schema.ts";
import type { GetBackupParameters, ListBackupsParameters } from "../../generated/types.ts";
import type { CsbsClient } from "../client.ts";
import { CsbsConfigError, CsbsError, type CsbsErrorOptions, CsbsResponseError } from "../errors.ts";
import { isObject, isText } from "../transport/json.ts";
import { isPlain } from "../transport/plain.ts";
import { failReason } from "./fail-reason.ts";
import {
  describeBackup,
  type EndCondition,
  grace,
  isTerminal,
  type Poll,
  type WaitOptions,
  watch,
} from "./watch.ts";

type Schemas = components["schemas"];
type Backup = Schemas["Backup"];
type Project = Pick<GetBackupParameters, "project_id">;

/** All backups of a backup record. */
export type RecordTarget = Project & {
  /** ID of the backup record, such as createBackup and runPolicy return it. */
  checkpoint_id: NonNullable<ListBackupsParameters["checkpoint_id"]>;
};

/** A backup, or its deletion, has failed, or there is no such backup; by the response of the service. */
export class CsbsBackupError extends CsbsError {
  override name = "CsbsBackupError";
  /** The backup that failed, of several the first; undefined when there is none to see. */
  readonly backup: Backup | undefined;
  /** All that failed. */
  readonly failed: readonly Backup[];
  /** The service's code of the first failure, from `extend_info`. */
  readonly failCode: number | string | undefined;
  /** The service's words for the first failure, from `extend_info`. */
  readonly failReason: string | undefined;

  constructor(message: string, failed: readonly Backup[], options: CsbsErrorOptions) {
    super(failed.length === 0 ? message : `${message}: ${failed.map(describeBackup).join("; ")}`, options);
    this.failed = failed;
    this.backup = failed[0];
    const code: unknown = failed[0]?.extend_info?.fail_code?.Code;
    this.failCode = typeof code === "number" || typeof code === "string" ? code : undefined;
    this.failReason = failReason(failed[0]);
  }
}

/** Default of the option deadline: 6 hours, for a deletion 45 minutes. */
const deadlines = { backup: 21_600_000, deletion: 2_700_000 };

/**
 * Waits until a backup is available, and resolves to it. Takes the ID of the backup, or that of the
 * record that createBackup returned. Polls at once, again after 2 s, and then after half as long
 * again each time, up to 30 s, give or take a fifth. A backup that is not to be seen is tolerated
 * for 60 s; failed connections and responses of 429 and 5xx are until the deadline, and so are states
 * that nobody knows. An abort ends it at once, with the reason of the signal.
 *
 * @throws CsbsBackupError when it ends otherwise, is gone, or is not to be seen after 60 s.
 * @throws CsbsWaitTimeoutError, which is a CsbsTimeoutError, when the deadline passes; default 6 h.
 */
export async function waitForBackup(
  csbs: Pick<CsbsClient, "getBackup" | "listBackups">,
  target: GetBackupParameters | RecordTarget,
  options: WaitOptions = {},
): Promise<Backup> {
  checkObjects({ target, options });
  const poll = "checkpoint_id" in target ? recordPoll(csbs, target) : backupPoll(csbs, target);
  const [backup] = await watch(poll, allEnded(poll, 1), deadlines.backup, options);
  return backup as Backup;
}

/**
 * Waits until all backups of a record are available, and resolves to them; takes the `checkpoint`
 * that runPolicy returned. All must have ended before it reports those that failed. It polls and
 * tolerates as waitForBackup does. Servers of the record without a backup are waited for 60 s only.
 *
 * @throws CsbsBackupError with all that failed, or when there is no backup to see after 60 s.
 * @throws CsbsWaitTimeoutError, which is a CsbsTimeoutError, when the deadline passes; default 6 h.
 */
export async function waitForPolicyRun(
  csbs: Pick<CsbsClient, "listBackups">,
  checkpoint: Pick<Schemas["Checkpoint"], "id" | "protection_plan">,
  options: WaitOptions & Project = {},
): Promise<Backup[]> {
  checkObjects({ checkpoint, options });
  const { project_id, ...rest } = options;
  const poll = recordPoll(csbs, {
    checkpoint_id: checkId("id of the checkpoint", checkpoint.id),
    ...(project_id === undefined ? {} : { project_id }),
  });
  const resources: unknown = checkpoint.protection_plan?.resources;
  const servers = Array.isArray(resources) ? resources.length : 1;
  return watch(poll, allEnded(poll, servers), deadlines.backup, rest);
}

/**
 * Waits until a restore from a backup is done, after createRestore: until the backup was `restoring` and is
 * `available` again, because no operation reads a restore. It polls and tolerates as waitForBackup does.
 *
 * @throws CsbsBackupError when the restore fails, or does not begin within 60 s.
 * @throws CsbsWaitTimeoutError, which is a CsbsTimeoutError, when the deadline passes; default 6 h.
 */
export async function waitForRestore(
  csbs: Pick<CsbsClient, "getBackup">,
  target: GetBackupParameters,
  options: WaitOptions = {},
): Promise<Backup> {
  checkObjects({ target, options });
  const poll = backupPoll(csbs, target);
  let begun = false;
  const evaluate: EndCondition = ([backup], { early, cause }) => {
    const { operation } = poll;
    if (backup === undefined) {
      throw new CsbsBackupError("there is no such backup", [], {
        operation,
        ...(cause === undefined ? {} : { cause }),
      });
    }
    begun ||= backup.status === "waiting_restore" || backup.status === "restoring";
    if (!isTerminal(backup.status)) return false;
    if (begun && backup.status === "available") return true;
    if (begun) throw new CsbsBackupError("the restore has failed", [backup], { operation });
    if (early) return false;
    throw new CsbsBackupError(`the restore has not begun after ${grace} ms`, [backup], { operation });
  };
  const [backup] = await watch(poll, evaluate, deadlines.backup, options);
  return backup as Backup;
}

/**
 * Waits until a backup is gone, after deleteBackup: until it responds with 404 or is `deleted`. It polls
 * and tolerates as waitForBackup does. A backup that had failed before it was deleted is not taken
 * for a failed deletion: that shows by `error` after `deleting`, or by its `fail_op` after 60 s.
 *
 * @throws CsbsBackupError when the deletion fails.
 * @throws CsbsWaitTimeoutError, which is a CsbsTimeoutError, when the deadline passes; default 45 min.
 */
export async function waitForDeletion(
  csbs: Pick<CsbsClient, "getBackup">,
  target: GetBackupParameters,
  options: WaitOptions = {},
): Promise<void> {
  checkObjects({ target, options });
  const poll = backupPoll(csbs, target);
  let begun = false;
  const evaluate: EndCondition = ([backup], { early }) => {
    if (backup === undefined || backup.status === "deleted") return true;
    begun ||= backup.status === "waiting_delete" || backup.status === "deleting";
    const failed = begun || (!early && backup.extend_info?.fail_op === "delete");
    if (backup.status !== "error" || !failed) return false;
    throw new CsbsBackupError("the deletion has failed", [backup], { operation: poll.operation });
  };
  await watch(poll, evaluate, deadlines.deletion, options);
}

function checkObjects(given: { [name: string]: unknown }): void {
  for (const [name, value] of Object.entries(given)) {
    if (!isPlain(value)) throw new CsbsConfigError(`${name} of a wait must be a plain object`);
  }
}

/** An ID that is missing would be no filter: the list would hold the backups of others. */
function checkId<Id>(name: string, id: Id): Id {
  if (isText(id)) return id;
  throw new CsbsConfigError(`${name} must be a text that is not empty, to wait for what it names`);
}

function backupPoll(csbs: Pick<CsbsClient, "getBackup">, target: GetBackupParameters): Poll {
  checkId("checkpoint_item_id", target.checkpoint_item_id);
  const operation = "getBackup";
  return {
    operation,
    async see(options) {
      const body: unknown = await csbs.getBackup(target, options);
      return backupsIn(
        body,
        [isObject<{ checkpoint_item: unknown }>(body) && body.checkpoint_item],
        operation,
      );
    },
  };
}

function recordPoll(csbs: Pick<CsbsClient, "listBackups">, target: RecordTarget): Poll {
  checkId("checkpoint_id", target.checkpoint_id);
  const operation = "listBackups";
  return {
    operation,
    async see(options) {
      const body: unknown = await csbs.listBackups(target, options);
      return backupsIn(
        body,
        isObject<{ checkpoint_items: unknown }>(body) && body.checkpoint_items,
        operation,
      );
    },
  };
}

/** Nothing may pass for "no backup" that the service does not send as such, and none without a state. */
function backupsIn(body: unknown, items: unknown, operation: string): Backup[] {
  const isBackup = (item: unknown) =>
    isObject<Backup>(item) && isText(item.id) && typeof item.status === "string";
  if (Array.isArray(items) && items.every(isBackup)) return items;
  const message = "responded 200 without a list of backups that have an id and a status";
  throw new CsbsResponseError(message, { operation, status: 200, body });
}

/** Content when all that were expected are available; throws when all have ended, but not so. */
function allEnded({ operation }: Poll, expected: number): EndCondition {
  let known = false;
  return (seen, { early, cause }) => {
    if (seen.length === 0 && (known || !early)) {
      const message = known ? "the backup is gone" : `there is no such backup after ${grace} ms`;
      throw new CsbsBackupError(message, [], { operation, ...(cause === undefined ? {} : { cause }) });
    }
    known ||= seen.length > 0;
    if (seen.length < (early ? expected : 1) || !seen.every(({ status }) => isTerminal(status))) return false;
    const failed = seen.filter(({ status }) => status !== "available");
    if (failed.length === 0) return true;
    throw new CsbsBackupError(`${failed.length} of ${seen.length} not available`, failed, { operation });
  };
}
