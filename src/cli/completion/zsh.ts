import type { CompletedCommand, CompletedOption } from "./script.ts";

/** Works sourced, and as a file _csbs on the fpath. */
export function zshCompletion(commands: readonly CompletedCommand[]): string {
  const described = commands.map(({ names: [name], summary }) => quoted(`${name}:${summary}`));
  const cases = commands.map(
    ({ names, options }) => `    ${names.join("|")})
      _arguments -s \\
${[...options.map(specOf), ...argumentOf(names)].map((spec) => `        ${spec}`).join(" \\\n")} ;;`,
  );
  return `#compdef csbs
# Completes csbs in zsh: source <(csbs completion zsh), after compinit
_csbs_body() {
  compset -P @ && _files
}
_csbs() {
  local -a commands
  commands=(
${described.map((line) => `    ${line}`).join("\n")}
    'help:Show the help of a command'
  )
  if (( CURRENT == 2 )) || [[ $words[2] == help ]]; then
    _describe -t commands 'csbs command' commands
    return
  fi
  shift words
  (( CURRENT-- ))
  case $words[1] in
${cases.join("\n")}
  esac
}
if [[ $funcstack[1] == _csbs ]]; then
  _csbs "$@"
else
  compdef _csbs csbs
fi
`;
}

function argumentOf(names: string[]): string[] {
  return names.includes("completion") ? ["'1:shell:(bash zsh fish)'"] : [];
}

function specOf({ short, long, summary, value, choices, repeats }: CompletedOption): string {
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
