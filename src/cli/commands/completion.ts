import { Argument, Command } from "commander";
import { bashCompletion } from "../completion/bash.ts";
import { type DescribedCommand, describeCommand } from "../completion/described.ts";
import { fishCompletion } from "../completion/fish.ts";
import { zshCompletion } from "../completion/zsh.ts";
import type { CommandContext } from "../context.ts";
import { rootOf } from "../tree.ts";

const shells: { readonly [name: string]: (program: DescribedCommand) => string } = {
  bash: bashCompletion,
  zsh: zshCompletion,
  fish: fishCompletion,
};

const help = `
Examples:
  source <(csbs completion bash)  in ~/.bashrc
  source <(csbs completion zsh)   in ~/.zshrc, after compinit
  csbs completion fish > ~/.config/fish/completions/csbs.fish
`;

/** Prints a script that completes commands, options and states; it asks nobody when it completes. */
export function completionCommand({ io: { out } }: CommandContext): Command {
  return new Command("completion")
    .summary("Print the completion script of a shell")
    .description("Prints a script that completes commands, options and known values in a shell.")
    .addArgument(new Argument("<shell>", "The shell: bash, zsh or fish").choices(Object.keys(shells)))
    .addHelpText("after", help)
    .action((shell: string, _, command: Command) => {
      out(shells[shell]?.(describeCommand(rootOf(command))) ?? "");
    });
}
