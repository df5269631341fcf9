import { type DescribedCommand, type DescribedOption, flatten } from "./described.ts";

/** One line for each command and option; fish reads them when csbs is first typed. */
export function fishCompletion(program: DescribedCommand): string {
  const commands = flatten(program);
  return [
    "# Completes csbs in fish: csbs completion fish > ~/.config/fish/completions/csbs.fish",
    "function __csbs_at",
    "    set -l path",
    "    set -l help",
    "    for word in (commandline -opc)[2..]",
    '        switch "$path/$word"',
    "            case /help",
    "                set help help",
    ...commands.flatMap(stepOf),
    "            case '*'",
    "                break",
    "        end",
    "    end",
    '    contains -- "$help$path" $argv',
    "end",
    "complete -c csbs -f",
    ...commands.flatMap(({ path, subcommands, values, options }) => [
      ...subcommands.map(
        ({ names: [name], summary }) =>
          `complete -c csbs -n ${quoted(`__csbs_at '${path}' 'help${path}'`)} -a ${name} -d ${quoted(summary)}`,
      ),
      ...(values.length === 0
        ? []
        : [`complete -c csbs -n ${quoted(`__csbs_at '${path}'`)} -a ${quoted(values.join(" "))}`]),
      ...options.map((option) => lineOf(path, option)),
    ]),
    "",
  ].join("\n");
}

function stepOf({ path, names }: DescribedCommand): string[] {
  if (path === "" || path === "/help") return [];
  const parent = path.slice(0, path.lastIndexOf("/"));
  return [
    `            case ${names.map((name) => `${parent}/${name}`).join(" ")}`,
    `                set path ${path}`,
  ];
}

const filesAfterAt =
  "(string replace -r '^' '@' (__fish_complete_path (string replace -r '^@' '' (commandline -ct))))";

function lineOf(path: string, { short, long, summary, value, choices }: DescribedOption): string {
  return [
    `complete -c csbs -n ${quoted(`__csbs_at '${path}'`)}`,
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
