import { CommanderError } from "commander";
import { CsbsApiError, CsbsConfigError, explainError } from "../index.ts";
import { oneLine } from "./cells.ts";
import { exitCodes, UsageError } from "./exit.ts";
import { type Io, readerGone } from "./io.ts";
import { createProgram } from "./program.ts";

/** Runs the command line; resolves to its exit code and never rejects. */
export async function run(args: string[], io: Io): Promise<number> {
  try {
    await createProgram(io).parseAsync(args, { from: "user" });
    return exitCodes.done;
  } catch (error) {
    return report(error, io);
  }
}

function report(error: unknown, { err, signal }: Io): number {
  // Help and version end commander too; they have written what there is to say.
  if (error instanceof CommanderError && error.exitCode === 0) return exitCodes.done;
  if (signal?.aborted === true) {
    if (signal.reason === readerGone) return exitCodes.done;
    err("csbs: interrupted; what the service has begun goes on\n");
    return exitCodes.interrupted;
  }
  const wrongUsage = [CommanderError, UsageError, CsbsConfigError].some((type) => error instanceof type);
  err(`csbs: ${lineOf(error)}\n`);
  return wrongUsage ? exitCodes.wrongUsage : exitCodes.refused;
}

function lineOf(error: unknown): string {
  if (error instanceof CommanderError && error.code === "commander.help")
    return "no command given; see csbs --help";
  const message = error instanceof Error ? `${error.message}${remedyOf(error)}` : String(error);
  return oneLine(error instanceof CommanderError ? withoutValues(message) : message).replace(/^error: /, "");
}

/** Commander repeats a mistyped option with its value, which may be a token: --tokne=… */
function withoutValues(message: string): string {
  return message.replace(/'(--?[^'=]+)=.*'/s, "'$1=…'");
}

/** What the catalogue advises, as a sentence after the message. */
function remedyOf(error: Error): string {
  const entry = error instanceof CsbsApiError ? explainError(error) : undefined;
  if (entry === undefined) return "";
  return `${error.message.endsWith(".") ? "" : "."} ${entry.remedy}`;
}
