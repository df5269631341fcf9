import type { Json } from "../spec/document.ts";
import type { Step } from "./findings.ts";

/** Stands for an item of a list, and for what may be private. */
const hidden = "*";

const longestName = 40;
const mostWords = 6;

const knownMediaTypes = new Set([
  "application/json",
  "application/octet-stream",
  "application/problem+json",
  "application/x-www-form-urlencoded",
  "application/xml",
  "multipart/form-data",
  "text/html",
  "text/plain",
  "text/xml",
]);

/**
 * A JSON pointer. A name that the description does not have is shown if it has the form of a field's name and is
 * not the text of any value of the exchange: names of fields may be IDs or names of servers.
 */
export function pointerOf(path: readonly Step[], isValue: (name: string) => boolean): string {
  return path
    .map(({ name, described }) => {
      if (name === undefined) return hidden;
      return described === true || (isFieldName(name) && !isValue(name)) ? escapePart(name) : hidden;
    })
    .map((part) => `/${part}`)
    .join("");
}

/** snake_case or camelCase, without a part that is a number, a hexadecimal ID or random letters. */
export function isFieldName(name: string): boolean {
  if (name.length > longestName || !/^_{0,2}[A-Za-z]+\d{0,3}(_[A-Za-z]+\d{0,3})*$/.test(name)) return false;
  if (isEncodedText(name)) return false;
  const words = name.split(/_+|(?<=[a-z])(?=[A-Z])/);
  return (
    words.length <= mostWords && words.every((word) => word.length <= 20 && !/^[0-9a-f]{8,}$/i.test(word))
  );
}

/** Whether a name is a readable text in base64. Names of fields hardly ever are. */
function isEncodedText(name: string): boolean {
  return name.length >= 12 && /^[ -~]+$/.test(Buffer.from(name, "base64").toString("latin1"));
}

/** Credentials, and the parts of those that have a scheme or several values. */
export function credentialParts(credentials: readonly string[] = []): string[] {
  return credentials.flatMap((one) => [one, ...one.split(/[\s,;=]+/)]).filter((part) => part !== "");
}

function escapePart(part: string): string {
  return part.replaceAll("~", "~0").replaceAll("/", "~1");
}

/** A media type that many services send; others may be private. */
export function showMediaType(type: string): string {
  if (type === "") return "no media type";
  return isKnownMediaType(type) ? type : "another media type";
}

export function isKnownMediaType(type: string): boolean {
  return knownMediaTypes.has(type);
}

/** A method and path without any part that the description does not have. */
export function showTarget(method: string, segments: readonly string[], known: ReadonlySet<string>): string {
  const safe = segments.slice(0, 12).map((part) => (part === "" || known.has(part) ? part : hidden));
  return `${/^(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)$/.test(method) ? method : hidden} ${safe.join("/")}`;
}

/** Every text of a value, in lower case. */
export function collectTexts(value: Json | undefined, texts: Set<string>): void {
  if (typeof value === "string") texts.add(value.toLowerCase());
  else if (typeof value === "object" && value !== null) {
    for (const inside of Object.values(value)) collectTexts(inside, texts);
  }
}
