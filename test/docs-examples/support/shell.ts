/** A command of a block of `sh`, ready to be run. */
export interface Command {
  /** Variables that stand before it. */
  environment: Record<string, string>;
  words: string[];
}

/**
 * Reads what the docs use of a shell: comments, quotes, lines that go on behind a backslash,
 * variables, assignments and export. Anything else throws, so that no line passes unread.
 */
export function readCommands(script: string, variables: Record<string, string> = {}): Command[] {
  const known = { ...variables };
  const commands: Command[] = [];
  const lines = script.replaceAll("\\\n", " ");
  for (const raw of wordsByLine(lines, known)) {
    const exported = raw[0] === "export" ? raw.slice(1) : raw;
    const assigned: Record<string, string> = {};
    let index = 0;
    for (; index < exported.length; index++) {
      const match = /^([A-Za-z_]\w*)=([\s\S]*)$/.exec(exported[index] as string);
      if (match === null) break;
      assigned[match[1] as string] = match[2] as string;
    }
    const words = exported.slice(index);
    if (words.length === 0) Object.assign(known, assigned);
    else commands.push({ environment: { ...known, ...assigned }, words });
  }
  return commands;
}

/** The words of each command. Variables are looked up when their line is read, after those before it. */
function* wordsByLine(script: string, known: Record<string, string>): Generator<string[]> {
  let words: string[] = [];
  let word: string | undefined;
  const end = () => {
    if (word !== undefined) words.push(word);
    word = undefined;
  };
  for (let rest = script; rest !== ""; ) {
    const [token, kind] = nextToken(rest, word === undefined);
    rest = rest.slice(token.length);
    if (kind === "blank") end();
    else if (kind === "line") {
      end();
      if (words.length > 0) yield words;
      words = [];
    } else if (kind !== "comment") word = (word ?? "") + textOf(token, kind, known);
  }
  end();
  if (words.length > 0) yield words;
}

type Kind = "blank" | "line" | "comment" | "single" | "double" | "variable" | "escaped" | "plain";

const tokens: readonly [Kind, RegExp][] = [
  ["line", /^\n/],
  ["blank", /^[ \t]+/],
  ["single", /^'[^']*'/],
  ["double", /^"(?:[^"\\`]|\\.)*"/],
  ["variable", /^\$(?:\w+|\{\w+\})/],
  ["escaped", /^\\./],
  ["plain", /^[^\s'"$\\#|&;<>()`*]+/],
];

function nextToken(rest: string, betweenWords: boolean): [string, Kind] {
  if (rest.startsWith("#") && betweenWords) return [/^[^\n]*/.exec(rest)?.[0] as string, "comment"];
  for (const [kind, pattern] of tokens) {
    const found = pattern.exec(rest)?.[0];
    if (found !== undefined) return [found, kind];
  }
  throw new Error(`this reader of shells does not know what begins here: ${rest.split("\n")[0]}`);
}

function textOf(token: string, kind: Kind, known: Record<string, string>): string {
  if (kind === "single") return token.slice(1, -1);
  if (kind === "double") {
    const inner = token.slice(1, -1);
    if (inner.includes("$(")) throw new Error(`commands inside texts are not known here: ${token}`);
    return expanded(inner, known).replace(/\\(["\\$`])/g, "$1");
  }
  if (kind === "variable") return expanded(token, known);
  return kind === "escaped" ? token.slice(1) : token;
}

function expanded(text: string, known: Record<string, string>): string {
  return text.replace(/(?<!\\)\$(?:(\w+)|\{(\w+)\})/g, (_, bare?: string, braced?: string) => {
    const name = bare ?? (braced as string);
    const value = known[name];
    if (value === undefined) throw new Error(`$${name} is set nowhere before`);
    return value;
  });
}
