/** A text that was read out of another, and where each of its characters began there. */
interface Reading {
  text: string;
  starts: number[];
}

/** JSON inside JSON inside JSON: gateways that wrap an answer do so once or twice. */
const deepest = 3;

/**
 * Puts *** where a text holds a secret, in whatever way JSON spells it: as it is, or with any of its
 * characters escaped, and that again for JSON that is quoted in JSON.
 */
export function masked(secret: string, text: string): string {
  let reading: Reading = { text, starts: Array.from({ length: text.length + 1 }, (_, index) => index) };
  const places: [start: number, end: number][] = [];
  for (let depth = 0; depth <= deepest; depth++) {
    for (let at = reading.text.indexOf(secret); at >= 0; at = reading.text.indexOf(secret, at + 1)) {
      places.push([reading.starts[at] as number, reading.starts[at + secret.length] as number]);
    }
    if (!reading.text.includes("\\")) break;
    reading = unescaped(reading);
  }
  return withStars(text, places);
}

const letters: { readonly [letter: string]: string } = { b: "\b", f: "\f", n: "\n", r: "\r", t: "\t" };

/** The text with each escape replaced by what it stands for. */
function unescaped({ text, starts }: Reading): Reading {
  const read: Reading = { text: "", starts: [] };
  for (const { 0: found, 1: number, 2: letter, index } of text.matchAll(/\\u([\da-f]{4})|\\(.)|./gis)) {
    if (number !== undefined) read.text += String.fromCharCode(Number.parseInt(number, 16));
    else read.text += letter === undefined ? found : (letters[letter] ?? letter);
    read.starts.push(starts[index] as number);
  }
  read.starts.push(starts.at(-1) as number);
  return read;
}

function withStars(text: string, places: [start: number, end: number][]): string {
  let result = "";
  let done = 0;
  for (const [start, end] of places.sort(([one], [other]) => one - other)) {
    if (start >= done) result += `${text.slice(done, start)}***`;
    done = Math.max(done, end);
  }
  return result + text.slice(done);
}
