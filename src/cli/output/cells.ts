/** Values of responses as text for people: of one line, and free of what could steer a terminal. */

/** Whether a value goes into one cell: text, a number and the like, or a list of them. */
export function isScalar(value: unknown): boolean {
  return Array.isArray(value)
    ? value.every((item) => typeof item !== "object" || item === null)
    : typeof value !== "object" || value === null;
}

/** Empty for what tells nothing. Times lose the fraction of their second. */
export function cellText(value: unknown): string {
  if (value === null || value === undefined) return "";
  const text = Array.isArray(value)
    ? value.map(cellText).join(", ")
    : isScalar(value)
      ? String(value)
      : JSON.stringify(value);
  return oneLine(text.replace(/^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})\.\d+$/, "$1"));
}

/** What the service sends may hold anything, control characters of a terminal too. */
export function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, " ").trim();
}

/** JSON whose control characters are all escaped; JSON itself lets some through. */
export function json(value: unknown, indent?: number): string {
  return JSON.stringify(value, null, indent).replace(
    /[\u007f-\u009f]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
