/** Limits of a JSON text. */
export interface JsonLimits {
  /** Levels of lists and objects. */
  readonly depth: number;
  /** Values, with each list and object; an empty one counts twice. */
  readonly values: number;
}

const quote = 0x22;
const backslash = 0x5c;

/**
 * Counts the values of a JSON text without parsing it: a few bytes that decompress to millions of values would cost
 * seconds and gigabytes. Stops at the first limit that is exceeded, and names it. UTF-8 may be passed as Latin-1.
 */
export function sizeOfJson(text: string, limits: JsonLimits): { values: number; exceeds?: keyof JsonLimits } {
  let depth = 0;
  let values = 1;
  for (let at = 0; at < text.length; at++) {
    switch (text.charCodeAt(at)) {
      case quote:
        at = endOfString(text, at);
        break;
      case 0x5b:
      case 0x7b:
        values++;
        if (++depth > limits.depth) return { values, exceeds: "depth" };
        break;
      case 0x5d:
      case 0x7d:
        depth--;
        break;
      case 0x2c:
        values++;
    }
    if (values > limits.values) return { values, exceeds: "values" };
  }
  return { values };
}

/** Where the string that begins there ends: at a quote before which the backslashes are even. */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end !== -1; end = text.indexOf('"', end + 1)) {
    let before = end;
    while (text.charCodeAt(before - 1) === backslash) before--;
    if ((end - before) % 2 === 0) return end;
  }
  return text.length;
}
