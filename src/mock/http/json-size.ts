import { limits } from "./limits.ts";

const [quote, backslash, comma, open, close, openObject, closeObject] = [...'"\\,[]{}'].map((one) =>
  one.charCodeAt(0),
);

export interface JsonSize {
  /** How many values a text has, with each list and object; an empty one counts twice. */
  values: number;
  /** Why the text is too large to validate; undefined if it is not. */
  problem?: string;
}

/** Looks at the bytes only, so that a text of millions of values is never parsed. */
export function sizeOfJson(text: Buffer): JsonSize {
  let values = 1;
  let depth = 0;
  for (let index = 0; index < text.length; index++) {
    const byte = text[index];
    if (byte === quote) index = endOfString(text, index);
    else if (byte === comma) values += 1;
    else if (byte === close || byte === closeObject) depth -= 1;
    else if (byte === open || byte === openObject) {
      values += 1;
      depth += 1;
    }
    if (values > limits.values) return { values, problem: `the body has more than ${limits.values} values` };
    if (depth > limits.depth) {
      return { values, problem: `the body is nested more than ${limits.depth} levels deep` };
    }
  }
  return { values };
}

/** Where the string that starts here ends. */
function endOfString(text: Buffer, start: number): number {
  let end = start;
  do {
    end = text.indexOf('"', end + 1);
    if (end === -1) return text.length;
  } while (isEscaped(text, end));
  return end;
}

function isEscaped(text: Buffer, at: number): boolean {
  let before = at;
  while (text[before - 1] === backslash) before -= 1;
  return (at - before) % 2 === 1;
}
