/** Characters that would move a terminal's cursor, hide text or reorder it, and unpaired surrogates. */
const unsafe = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** Text for one line of a log: what is not printable is escaped as in JSON, and what is too long is cut. */
export function printable(text: string, length = Number.POSITIVE_INFINITY): string {
  const kept = text.length > length ? `${text.slice(0, length)}…` : text;
  return kept.replace(unsafe, (character) =>
    [...Array(character.length).keys()]
      .map((index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, "0")}`)
      .join(""),
  );
}
