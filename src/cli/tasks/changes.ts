import { type Command, Option } from "commander";
import { fixedParameters } from "../../index.ts";
import { kebabCase } from "../../spec/names.ts";
import { requestValidator } from "../../validators.ts";
import { excludeEachOther, UsageError } from "../exit.ts";
import type { Io } from "../io.ts";

/** What every command that changes something can be told. */
export interface ChangeOptions {
  dryRun?: true;
  yes?: true;
}

/** A call that a task will make. */
export interface Call {
  operation: string;
  parameters: { [name: string]: unknown };
  /** The option or argument that each checked place of the body comes from, such as `protect/backup_name`. */
  origins?: { readonly [place: string]: string };
}

export function addChangeOptions(command: Command): Command {
  return command
    .addOption(
      new Option("--dry-run", "Print the calls that would be made, and change nothing").helpGroup(
        "Confirmation:",
      ),
    )
    .addOption(
      new Option("-y, --yes", "Do not ask for confirmation; needed without a terminal").helpGroup(
        "Confirmation:",
      ),
    );
}

/** @throws UsageError where nobody can confirm a change; nothing was sent then. */
export function checkConfirmation({ dryRun, yes }: ChangeOptions, { ask }: Io): void {
  if (dryRun === true && yes === true) throw excludeEachOther("--dry-run", "--yes");
  if (dryRun === true || yes === true || ask !== undefined) return;
  throw new UsageError(
    "there is no terminal to confirm on; add --yes to go on without, or --dry-run to see what would be done",
  );
}

/**
 * Whether to make the calls. A dry run prints them as commands; otherwise the user confirms, unless --yes is given.
 *
 * @throws Error when the user does not confirm; UsageError for a body that the description does not allow.
 */
export async function confirm(
  question: string,
  calls: readonly Call[],
  { dryRun, yes }: ChangeOptions,
  io: Io,
): Promise<boolean> {
  for (const call of calls) checkCall(call);
  if (dryRun === true) {
    for (const call of calls) io.out(`${commandLine(call)}\n`);
    return false;
  }
  if (yes === true) return true;
  const reply = (await io.ask?.(`${question} [y/N] `)) ?? "";
  if (/^\s*y(es)?\s*$/i.test(reply)) return true;
  throw new Error("not confirmed; nothing was changed");
}

function checkCall({ operation, parameters, origins = {} }: Call): void {
  const { body, ...rest } = parameters;
  const problem =
    requestValidator({ operation, kind: "parameters", value: { ...fixedParameters, ...rest } }) ??
    (body === undefined ? undefined : requestValidator({ operation, kind: "body", value: body }));
  if (problem === undefined) return;
  const [place = "", ...rule] = problem.split(" ");
  throw new UsageError([origins[place] ?? place, ...rule].join(" "));
}

/** The same call as a command, to read or to run. */
function commandLine({ operation, parameters }: Call): string {
  const options = Object.entries(parameters).flatMap(([name, value]) => [
    `--${name.replaceAll("_", "-")}`,
    quoted(typeof value === "object" ? JSON.stringify(value) : String(value)),
  ]);
  return ["csbs api", kebabCase(operation), ...options].join(" ");
}

/** As POSIX shells take one word. */
function quoted(text: string): string {
  return /^[\w.,:/@+-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
