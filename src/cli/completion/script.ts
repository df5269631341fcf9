import { Argument, Command } from "commander";
import { flagOf } from "../commands/operation.ts";
import type { Io } from "../io.ts";
import { loadSpec, operationSpecs } from "../spec.ts";
import { bashCompletion } from "./bash.ts";
import { fishCompletion } from "./fish.ts";
import { zshCompletion } from "./zsh.ts";

/** What a shell needs to know of a command. */
export interface CompletedCommand {
  /** Its name and its other names. */
  names: string[];
  summary: string;
  options: CompletedOption[];
}

export interface CompletedOption {
  short: string | undefined;
  long: string;
  summary: string;
  /** What stands for the value in help; undefined where the option takes none. */
  value: string | undefined;
  /** The values there can be, where they are known. */
  choices: readonly string[];
  repeats: boolean;
}

const shells: { readonly [name: string]: (commands: CompletedCommand[]) => string } = {
  bash: bashCompletion,
  zsh: zshCompletion,
  fish: fishCompletion,
};

const help = `
Examples:
  source <(csbs completion bash)                              in ~/.bashrc
  source <(csbs completion zsh)                               in ~/.zshrc, after compinit
  csbs completion fish > ~/.config/fish/completions/csbs.fish
`;

/** Prints a script that completes commands, options and states; it asks nobody when it completes. */
export function completionCommand(program: Command, { out }: Io): Command {
  return new Command("completion")
    .summary("Print the completion script of a shell")
    .description("Prints a script that completes commands, options and known values in a shell.")
    .addArgument(new Argument("<shell>", "The shell: bash, zsh or fish").choices(Object.keys(shells)))
    .addHelpText("after", help)
    .action((shell: string) => {
      out(shells[shell]?.(program.commands.map(completed)) ?? "");
    });
}

function completed(command: Command): CompletedCommand {
  const options = command.createHelp().visibleOptions(command);
  const lists = flagsOfLists();
  return {
    names: [command.name(), ...command.aliases()],
    summary: command.summary(),
    options: options.map((option) => ({
      short: option.short,
      long: option.long ?? "",
      summary: firstSentence(option.description),
      value: /<(.+)>/.exec(option.flags)?.[1],
      choices: option.argChoices ?? [],
      repeats: lists.has(option.long ?? ""),
    })),
  };
}

/** Options whose value is a list may be given again. */
function flagsOfLists(): Set<string> {
  const parameters = operationSpecs(loadSpec()).flatMap(({ parameters }) => parameters);
  return new Set(parameters.filter(({ schema }) => schema.type === "array").map(flagOf));
}

function firstSentence(text: string): string {
  return (text.split(/[.;:] |\.$| \(or /)[0] ?? "").replace(/\s+/g, " ");
}
