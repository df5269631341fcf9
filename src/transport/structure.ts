/** A text that is shorter costs little, whatever it holds. */
const small = 65_536;

/** The largest page nests 7 deep, and holds some 60,000 values. */
const most = { depth: 100, values: 1_000_000 };

const quote = 0x22;
const backslash = 0x5c;

/**
 * Why a text is not parsed as JSON: a few bytes that decompress to millions of values would cost
 * seconds and gigabytes. Undefined when it may be. One pass, which makes nothing.
 */
export function excessOf(text: string): string | undefined {
  if (text.length <= small) return undefined;
  let depth = 0;
  let values = 0;
  for (let at = 0; at < text.length; at++) {
    switch (text.charCodeAt(at)) {
      case quote:
        at = endOfString(text, at);
        break;
      case 0x5b:
      case 0x7b:
        values++;
        if (++depth > most.depth) return `JSON nested more than ${most.depth} deep`;
        break;
      case 0x5d:
      case 0x7d:
        depth--;
        break;
      case 0x2c:
        values++;
    }
    if (values > most.values) return `more than ${most.values} values of JSON`;
  }
  return undefined;
}

/** Where the string ends that begins there: at a quote before which the backslashes are even. */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end !== -1; end = text.indexOf('"', end + 1)) {
    let before = end;
    while (text.charCodeAt(before - 1) === backslash) before--;
    if ((end - before) % 2 === 0) return end;
  }
  return text.length;
}
