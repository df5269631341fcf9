/**
 * Wraps the lines of a help that are wider than the terminal: examples between options, so that they can still be
 * copied, with their comment beneath; all else between words, under its own column.
 */
export function wrapHelp(text: string, width: number): string {
  return text
    .split("\n")
    .flatMap((line) => (line.length <= width ? [line] : wrapLine(line, width)))
    .join("\n");
}

function wrapLine(line: string, width: number): string[] {
  const example = /^(?<indent> *)(?<command>csbs .*?)(?: {2,}(?<comment>.*))?$/.exec(line)?.groups;
  if (example === undefined) return wrapWords(line, width);
  const { indent = "", command = "", comment } = example;
  const below = `${indent}    `;
  return [
    ...wrapCommand(indent + command, below, width),
    ...(comment === undefined ? [] : wrapWords(below + comment, width)),
  ];
}

function wrapCommand(line: string, below: string, width: number): string[] {
  const end = " \\";
  const lines: string[] = [];
  let current = "";
  for (const part of line.split(/ (?=[->])/)) {
    const joined = current === "" ? part : `${current} ${part}`;
    if (current !== "" && joined.length + end.length > width) {
      lines.push(current + end);
      current = below + part;
    } else current = joined;
  }
  return [...lines, current];
}

/** Words that are longer than the terminal stay whole. */
function wrapWords(line: string, width: number): string[] {
  const column = line.search(/\S/) + (/^ *\S.*? {2,}/.exec(line)?.[0].trimStart().length ?? 0);
  // A column far to the right would leave no space.
  const indent = " ".repeat(column > width / 2 ? line.search(/\S/) + 2 : column);
  const lines: string[] = [];
  let current = line.slice(0, column);
  for (const word of line.slice(column).split(" ")) {
    const joined = current.trim() === "" || current.endsWith(" ") ? current + word : `${current} ${word}`;
    if (joined.length > width && current.trim() !== "") {
      lines.push(current.trimEnd());
      current = indent + word;
    } else current = joined;
  }
  return [...lines, current];
}
