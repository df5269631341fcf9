import type { CompletedCommand, CompletedOption } from "./script.ts";

/** One line for each command and option; fish reads them when csbs is first typed. */
export function fishCompletion(commands: readonly CompletedCommand[]): string {
  const all = commands.map(({ names: [name] }) => name).join(" ");
  return [
    "# Completes csbs in fish: csbs completion fish > ~/.config/fish/completions/csbs.fish",
    "complete -c csbs -f",
    ...commands.map(
      ({ names: [name], summary }) =>
        `complete -c csbs -n __fish_use_subcommand -a ${name} -d ${quoted(summary)}`,
    ),
    "complete -c csbs -n __fish_use_subcommand -a help -d 'Show the help of a command'",
    "complete -c csbs -n __fish_use_subcommand -s V -l version -d 'Print the version'",
    `complete -c csbs -n '__fish_seen_subcommand_from help' -a ${quoted(all)}`,
    "complete -c csbs -n '__fish_seen_subcommand_from completion' -a 'bash zsh fish'",
    ...commands.flatMap(({ names, options }) => options.map((option) => lineOf(names, option))),
    "",
  ].join("\n");
}

const filesAfterAt =
  "(string replace -r '^' '@' (__fish_complete_path (string replace -r '^@' '' (commandline -ct))))";

function lineOf(names: string[], { short, long, summary, value, choices }: CompletedOption): string {
  const condition = quoted(`__fish_seen_subcommand_from ${names.join(" ")}`);
  return [
    `complete -c csbs -n ${condition}`,
    ...(short === undefined ? [] : [`-s ${short.slice(1)}`]),
    `-l ${long.slice(2)}`,
    ...(value === undefined ? [] : ["-x"]),
    ...(long === "--body" ? [`-a ${quoted(filesAfterAt)}`] : []),
    ...(choices.length === 0 ? [] : [`-a ${quoted(choices.join(" "))}`]),
    `-d ${quoted(summary)}`,
  ].join(" ");
}

function quoted(text: string): string {
  return `'${text.replace(/['\\]/g, "\\$&")}'`;
}
