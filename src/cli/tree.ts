import type { Command } from "commander";
import { similarTo } from "../similar.ts";
import { kebabCase } from "../spec/names.ts";
import { UsageError } from "./exit.ts";

export function rootOf(command: Command): Command {
  return command.parent === null ? command : rootOf(command.parent);
}

/** Its name as it is typed, such as `csbs api list-backups`. */
export function pathOf(command: Command): string {
  return command.parent === null ? command.name() : `${pathOf(command.parent)} ${command.name()}`;
}

/** A command and all below it. */
export function allCommands(command: Command): Command[] {
  return [command, ...command.commands.flatMap(allCommands)];
}

/** The command that words name, and the words behind its name. */
export function findCommand(from: Command, words: readonly string[]): { command: Command; rest: string[] } {
  const [name, ...rest] = words;
  const found = name === undefined ? undefined : childOf(from, name);
  return found === undefined ? { command: from, rest: [...words] } : findCommand(found, rest);
}

/** For a command that does not exist: what exists under a similar name, here or as an operation. */
export function unknownCommand(group: Command, name: string): UsageError {
  const known = suggestions(group, name);
  const advice = known.length === 0 ? `see ${pathOf(group)} --help` : `did you mean ${known.join(" or ")}?`;
  return new UsageError(`unknown command ${JSON.stringify(name)}; ${advice}`);
}

function suggestions(group: Command, name: string): string[] {
  const here = similarTo(
    name,
    group.commands.map((command) => command.name()),
  );
  if (here.length > 0) return here.map((found) => `${pathOf(group)} ${found}`);
  const root = rootOf(group);
  const operations = childOf(root, "api")?.commands ?? [];
  const [operation] = similarTo(
    kebabCase(name),
    operations.map((command) => command.name()),
  );
  return operation === undefined ? [] : [`csbs api ${operation}`, ...taskOf(root, operation)];
}

/** list-backups is a task too, where there is `csbs list backups`. */
function taskOf(root: Command, operation: string): string[] {
  const [verb = "", ...object] = operation.split("-");
  const noun = object.join("-");
  const task = childOf(root, verb);
  const nouns = [
    ...(task?.commands.map((command) => command.name()) ?? []),
    ...(task?.registeredArguments[0]?.argChoices ?? []),
  ];
  return nouns.includes(noun) ? [`csbs ${verb} ${noun}`] : [];
}

function childOf(group: Command, name: string): Command | undefined {
  return group.commands.find((command) => command.name() === name || command.aliases().includes(name));
}
