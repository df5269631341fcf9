import type { Command } from "commander";
import { isRepeatable } from "../options/repeat.ts";

/** What a shell needs to know of a command. */
export interface DescribedCommand {
  /** The names that lead to it, such as `/api/list-backups`; empty for the program itself. */
  path: string;
  /** Its name and its other names. */
  names: string[];
  summary: string;
  options: DescribedOption[];
  subcommands: DescribedCommand[];
  /** Values of its first argument, where they are known. */
  values: readonly string[];
}

export interface DescribedOption {
  short: string | undefined;
  long: string;
  summary: string;
  /** What stands for the value in help; undefined where the option takes none. */
  value: string | undefined;
  /** The values there can be, where they are known. */
  choices: readonly string[];
  repeats: boolean;
}

/** A command with all below it. */
export function describeCommand(command: Command, path = ""): DescribedCommand {
  return {
    path,
    names: [command.name(), ...command.aliases()],
    summary: command.summary(),
    options: optionsOf(command),
    subcommands: command.commands.map((child) => describeCommand(child, `${path}/${child.name()}`)),
    values: command.registeredArguments[0]?.argChoices ?? [],
  };
}

/** A command and all below it as a list. */
export function flatten(command: DescribedCommand): DescribedCommand[] {
  return [command, ...command.subcommands.flatMap(flatten)];
}

function optionsOf(command: Command): DescribedOption[] {
  // Not what this help shows: that of the program shows none.
  const help = {
    long: "--help",
    short: "-h",
    flags: "",
    description: "Show this help",
    argChoices: undefined,
  };
  return [...command.options.filter(({ hidden }) => !hidden), help].map((option) => ({
    short: option.short,
    long: option.long ?? "",
    summary: firstSentence(option.description),
    value: /<(.+)>/.exec(option.flags)?.[1],
    choices: option.argChoices ?? [],
    repeats: option !== help && isRepeatable(option as (typeof command.options)[number]),
  }));
}

function firstSentence(text: string): string {
  return (text.split(/[.;:] |\.$| \(or /)[0] ?? "").replace(/\s+/g, " ");
}
