/**
 * The parts of SDK-HMAC-SHA256, the vendors' signature for requests. Nothing here knows a secret but
 * as a CryptoKey.
 */

/** What is signed of a request. */
export interface Signable {
  readonly method: string;
  /** The whole URL, query included. */
  readonly url: string;
  /** The headers to sign, by lower-case name; host is among them if it is to be signed. */
  readonly headers: Readonly<Record<string, string>>;
  /** The body as text; undefined where there is none. */
  readonly body: string | undefined;
}

export const algorithm = "SDK-HMAC-SHA256";

/** Makes the key of a signature. What was imported cannot be read out again. */
export function importKey(subtle: SubtleCrypto, secret: string): Promise<CryptoKey> {
  return subtle.importKey("raw", bytes(secret), { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
}

/** The signature of a request in hex; `date` has the form of {@link signingDate}. */
export async function signatureOf(
  subtle: SubtleCrypto,
  { key, date, request }: { key: CryptoKey; date: string; request: Signable },
): Promise<string> {
  const digest = async (text: string) => hex(await subtle.digest("SHA-256", bytes(text)));
  const canonical = canonicalRequest(request, await digest(request.body ?? ""));
  const toSign = [algorithm, date, await digest(canonical)].join("\n");
  return hex(await subtle.sign("HMAC", key, bytes(toSign)));
}

/** A time, in milliseconds since 1970, as the header X-Sdk-Date has it: 20191115T033655Z. */
export function signingDate(time: number): string {
  return new Date(time).toISOString().replace(/[-:]|\.\d{3}/g, "");
}

/** Names of the signed headers, in the order in which they are signed. */
export function signedHeaders(headers: Signable["headers"]): string {
  return sortedNames(headers).join(";");
}

/** The text whose hash is signed; it is the same however the request is written. */
export function canonicalRequest({ method, url, headers }: Signable, bodyHash: string): string {
  const { pathname, searchParams } = new URL(url);
  const lines = sortedNames(headers).map((name) => `${name}:${headers[name]?.trim()}\n`);
  return [
    method.toUpperCase(),
    canonicalPath(pathname),
    canonicalQuery(searchParams),
    lines.join(""),
    signedHeaders(headers),
    bodyHash,
  ].join("\n");
}

/** The path is decoded first: a colon is the same request as %3A, and is signed as %3A. */
export function canonicalPath(pathname: string): string {
  const path = pathname
    .replace(/(%[0-9a-f]{2})+/gi, decoded)
    .split("/")
    .map(encode)
    .join("/");
  return path.endsWith("/") ? path : `${path}/`;
}

/** Names and values are sorted before they are encoded, as the vendors' signers do. */
export function canonicalQuery(parameters: Iterable<[string, string]>): string {
  return [...parameters]
    .sort(([name, value], [other, otherValue]) => compare(name, other) || compare(value, otherValue))
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .join("&");
}

function sortedNames(headers: Signable["headers"]): string[] {
  return Object.keys(headers).sort();
}

function compare(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1;
}

/** Everything but letters, digits and -_.~ is encoded; encodeURIComponent leaves five more. */
function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** Leaves invalid UTF-8 as it is. */
function decoded(escaped: string): string {
  try {
    return decodeURIComponent(escaped);
  } catch {
    return escaped;
  }
}

function bytes(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

function hex(buffer: ArrayBuffer): string {
  return Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
