import { type DescribedCommand, type DescribedOption, flatten } from "./described.ts";

/** Works sourced, and as a file _csbs on the fpath. */
export function zshCompletion(program: DescribedCommand): string {
  const commands = flatten(program);
  return `#compdef csbs
# Completes csbs in zsh: source <(csbs completion zsh), after compinit
_csbs_body() {
  compset -P @ && _files
}
_csbs() {
  local route="" help=""
  local -a commands
  while (( CURRENT > 2 )); do
    case "$route/$words[2]" in
      /help) help=1 ;;
${commands.flatMap(stepOf).join("\n")}
      *) break ;;
    esac
    shift words
    (( CURRENT-- ))
  done
  case "$route" in
${commands.map(caseOf).join("\n")}
  esac
}
if [[ $funcstack[1] == _csbs ]]; then
  _csbs "$@"
else
  compdef _csbs csbs
fi
`;
}

function stepOf({ path, names }: DescribedCommand): string[] {
  if (path === "" || path === "/help") return [];
  const parent = path.slice(0, path.lastIndexOf("/"));
  return [`      ${names.map((name) => `${parent}/${name}`).join("|")}) route=${path} ;;`];
}

function caseOf({ path, options, subcommands, values }: DescribedCommand): string {
  const specs = [...options.map(specOf), ...(values.length === 0 ? [] : [`'1:value:(${values.join(" ")})'`])];
  const call = `_arguments -s \\\n${specs.map((spec) => `          ${spec}`).join(" \\\n")}`;
  if (subcommands.length === 0) {
    return `    ${path}) [[ -n $help ]] || ${call} ;;`;
  }
  const described = subcommands.map(({ names: [name], summary }) => quoted(`${name}:${summary}`));
  return `    "${path}")
      commands=(
${described.map((line) => `        ${line}`).join("\n")}
      )
      if [[ -z $help && $words[CURRENT] == -* ]]; then
        ${call}
      elif (( CURRENT == 2 )); then
        _describe -t commands 'csbs command' commands
      fi ;;`;
}

function specOf({ short, long, summary, value, choices, repeats }: DescribedOption): string {
  const text = `[${summary.replace(/[[\]\\]/g, "\\$&")}]${value === undefined ? "" : `:${value}:${actionOf(long, choices)}`}`;
  const [joined, beside] = value === undefined ? ["", ""] : ["+", "="];
  if (short !== undefined) return `'(${short} ${long})'{${short}${joined},${long}${beside}}${quoted(text)}`;
  return quoted(`${repeats ? "*" : ""}${long}${beside}${text}`);
}

function actionOf(long: string, choices: readonly string[]): string {
  if (long === "--body") return "_csbs_body";
  return choices.length === 0 ? " " : `(${choices.join(" ")})`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
