import { type Command, CommanderError } from "commander";
import { CsbsConfigError, CsbsError } from "../index.ts";
import { exitCodes, UsageError } from "./exit.ts";
import { brokenPipe, type Io } from "./io.ts";
import { messageOf } from "./message.ts";
import { createProgram } from "./program.ts";
import { type Session, startSession } from "./session.ts";
import { findCommand, pathOf, unknownCommand } from "./tree.ts";
import { WaitInterrupted } from "./wait/progress.ts";

/** Runs the command line; resolves to its exit code and never rejects. */
export async function run(args: string[], world: Io): Promise<number> {
  const io = startSession(world);
  const program = createProgram(io);
  try {
    await program.parseAsync(args, { from: "user" });
    return exitCodes.done;
  } catch (error) {
    return report(noCommand(error, program, args) ?? error, io);
  }
}

function report(error: unknown, { err, signal, attempts }: Session): number {
  // Help and version end commander too; they have written what there is to say.
  if (error instanceof CommanderError && error.exitCode === 0) return exitCodes.done;
  if (signal?.aborted === true) {
    if (signal.reason === brokenPipe) return exitCodes.done;
    const resume = error instanceof WaitInterrupted ? `; continue waiting with: ${error.resume}` : "";
    err(`csbs: interrupted; what the service has begun goes on${resume}\n`);
    return exitCodes.interrupted;
  }
  const wrongUsage = [CommanderError, UsageError, CsbsConfigError].some((type) => error instanceof type);
  err(`csbs: ${lineOf(error, attemptsOf(error, attempts))}\n`);
  return wrongUsage ? exitCodes.wrongUsage : exitCodes.refused;
}

/** How often the failed call was sent. */
function attemptsOf(error: unknown, attempts: Session["attempts"]): number {
  return error instanceof CsbsError ? (attempts.get(error.operation ?? "") ?? 1) : 1;
}

function lineOf(error: unknown, attempts: number): string {
  const message = messageOf(error, attempts);
  return error instanceof CommanderError ? inOurWords(withoutValues(message)) : message;
}

/** Commander's messages in the form of the others. */
function inOurWords(message: string): string {
  return message
    .replace(/^error: /, "")
    .replace(
      /^unknown option '(.*?)'(?: \(Did you mean (.+)\?\))?$/s,
      (_, option: string, similar?: string) => {
        return `unknown option "${option}"; ${similar === undefined ? "see --help" : `did you mean ${similar}?`}`;
      },
    );
}

/** Where no command was given, or an unknown one. Commander does not say in which group. */
function noCommand(error: unknown, program: Command, args: readonly string[]): UsageError | undefined {
  if (!(error instanceof CommanderError)) return undefined;
  if (error.code !== "commander.help" && error.code !== "commander.unknownCommand") return undefined;
  const { command, rest } = findCommand(program, args);
  if (error.exitCode === 0) return undefined;
  return error.code === "commander.help"
    ? new UsageError(`no command given; see ${pathOf(command)} --help`)
    : unknownCommand(command, rest[0] ?? "");
}

/** Commander repeats a mistyped option with its value, which may be a token: --tokne=… */
function withoutValues(message: string): string {
  return message.replace(/'(--?[^'=]+)=.*'/s, "'$1=…'");
}
