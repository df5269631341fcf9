import type { CompletedCommand, CompletedOption } from "./script.ts";

/** Runs in bash 3.2 too, which some systems still bring. */
export function bashCompletion(commands: readonly CompletedCommand[]): string {
  const names = [...commands.map(({ names: [name] }) => name), "help"].join(" ");
  const patterns = (names: string[], last: string) => names.map((name) => `${name}:${last}`).join("|");
  const values = commands.flatMap(({ names, options }) => {
    const taking = options.filter(({ long, value }) => value !== undefined && long !== "--body");
    // Each list of choices is a line, and all that have none are one.
    const lists = [...new Set(taking.map(({ choices }) => choices.join(" ")))];
    return lists.map((list) => {
      const flags = taking.filter(({ choices }) => choices.join(" ") === list).flatMap(flagsOf);
      return `    ${flags.map((flag) => patterns(names, flag)).join("|")}) words="${list}" ;;`;
    });
  });
  const options = commands.map(({ names, options }) => {
    return `    ${patterns(names, "*")}) words="${options.flatMap(flagsOf).join(" ")}" ;;`;
  });
  return `# Completes csbs in bash: source <(csbs completion bash)
_csbs() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}" words="" IFS
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
  case "$COMP_CWORD:\${COMP_WORDS[1]}" in
    1:*) words="${names} --help --version" ;;
    2:help) words="${names}" ;;
    2:completion) words="bash zsh fish" ;;
    *) case "\${COMP_WORDS[1]}:$previous" in
${[...values, ...options].join("\n")}
    esac ;;
  esac
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -F _csbs csbs
`;
}

function flagsOf({ short, long }: CompletedOption): string[] {
  return short === undefined ? [long] : [short, long];
}
