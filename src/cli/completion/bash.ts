import { type DescribedCommand, type DescribedOption, flatten } from "./described.ts";

/** Runs in bash 3.2 too, which some systems still bring. */
export function bashCompletion(program: DescribedCommand): string {
  const commands = flatten(program);
  return `# Completes csbs in bash: source <(csbs completion bash)
_csbs() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}" words="" path="" help="" i IFS
  # bash takes --status=error for three words.
  if [[ $current == "=" ]]; then
    current=""
  elif [[ $previous == "=" ]]; then
    previous="\${COMP_WORDS[COMP_CWORD-2]}"
  fi
  if [[ $previous == "--body" ]]; then
    IFS=$'\\n'
    COMPREPLY=($(compgen -f -P @ -- "\${current#@}"))
    return
  fi
  for ((i = 1; i < COMP_CWORD; i++)); do
    case "$path/\${COMP_WORDS[i]}" in
      /help) help=1 ;;
${commands.flatMap(stepOf).join("\n")}
      *) break ;;
    esac
  done
  case "$help$path:$previous" in
${commands.flatMap(valuesOf).join("\n")}
${commands.flatMap(wordsOf).join("\n")}
  esac
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -F _csbs csbs
`;
}

function stepOf({ path, names }: DescribedCommand): string[] {
  if (path === "" || path === "/help") return [];
  const parent = path.slice(0, path.lastIndexOf("/"));
  return [`      ${names.map((name) => `${parent}/${name}`).join("|")}) path=${path} ;;`];
}

/** Each list of choices of a command is a line, and all options without known values share one. */
function valuesOf({ path, options }: DescribedCommand): string[] {
  const taking = options.filter(({ long, value }) => value !== undefined && long !== "--body");
  const lists = [...new Set(taking.map(({ choices }) => choices.join(" ")))];
  return lists.map((list) => {
    const flags = taking.filter(({ choices }) => choices.join(" ") === list).flatMap(flagsOf);
    return `    ${flags.map((flag) => `${path}:${flag}`).join("|")}) words="${list}" ;;`;
  });
}

function wordsOf({ path, options, subcommands, values }: DescribedCommand): string[] {
  const names = [...subcommands.map(({ names: [name] }) => name), ...values].join(" ");
  const flags = options.flatMap(flagsOf).join(" ");
  if (names === "") return [`    ${path}:*) words="${flags}" ;;`];
  return [
    `    1${path}:*) words="${names}" ;;`,
    `    ${path}:*) words="${names}"; [[ $current == -* ]] && words="${flags}" ;;`,
  ];
}

function flagsOf({ short, long }: DescribedOption): string[] {
  return short === undefined ? [long] : [short, long];
}
