import { CommanderError } from "commander";
import { CsbsApiError, CsbsConfigError, explainError } from "../index.ts";
import { exitCodes, UsageError } from "./exit.ts";
import { brokenPipe, type Io } from "./io.ts";
import { oneLine } from "./output/cells.ts";
import { createProgram } from "./program.ts";

/** Runs the command line; resolves to its exit code and never rejects. */
export async function run(args: string[], io: Io): Promise<number> {
  try {
    await createProgram(io).parseAsync(args, { from: "user" });
    return exitCodes.done;
  } catch (error) {
    return report(error, args, io);
  }
}

function report(error: unknown, args: readonly string[], { err, signal }: Io): number {
  // Help and version end commander too; they have written what there is to say.
  if (error instanceof CommanderError && error.exitCode === 0) return exitCodes.done;
  if (signal?.aborted === true) {
    if (signal.reason === brokenPipe) return exitCodes.done;
    err("csbs: interrupted; what the service has begun goes on\n");
    return exitCodes.interrupted;
  }
  const wrongUsage = [CommanderError, UsageError, CsbsConfigError].some((type) => error instanceof type);
  err(`csbs: ${lineOf(error, args)}\n`);
  return wrongUsage ? exitCodes.wrongUsage : exitCodes.refused;
}

function lineOf(error: unknown, args: readonly string[]): string {
  if (error instanceof CommanderError && error.code === "commander.help") return helpNeeded(args);
  const message = error instanceof Error ? `${withoutAdvice(error)}${remedyOf(error)}` : String(error);
  return oneLine(error instanceof CommanderError ? withoutValues(message) : message).replace(/^error: /, "");
}

/** Commander ends in the same way without a command, and at `help` of one that there is not. */
function helpNeeded(args: readonly string[]): string {
  const [command, topic] = args.filter((arg) => !arg.startsWith("-"));
  const lack =
    command === "help" && topic !== undefined
      ? `there is no command ${JSON.stringify(topic)}`
      : "no command given";
  return oneLine(`${lack}; see csbs --help`);
}

/** Commander repeats a mistyped option with its value, which may be a token: --tokne=… */
function withoutValues(message: string): string {
  return message.replace(/'(--?[^'=]+)=.*'/s, "'$1=…'");
}

/** What lifts a rule of the client is an option of the client, which the command does not have. */
function withoutAdvice({ message }: Error): string {
  return message.replace(/ \(allowHttp [^)]*\)$/, "");
}

/** What the catalogue advises, as a sentence after the message. */
function remedyOf(error: Error): string {
  const entry = error instanceof CsbsApiError ? explainError(error) : undefined;
  if (entry === undefined) return "";
  return `${error.message.endsWith(".") ? "" : "."} ${entry.remedy}`;
}
