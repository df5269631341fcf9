import { type Agent, type IncomingMessage, type OutgoingHttpHeaders, request } from "node:http";
import type { Choice } from "./document.ts";

/** A request that has arrived as a whole. */
export interface Arrived {
  method: string;
  /** Path and query, as on the request line. */
  target: string;
  headers: IncomingMessage["headers"];
  body: Buffer;
}

/** An answer before it is sent. */
export interface Answer {
  status: number;
  headers: OutgoingHttpHeaders;
  body: Buffer;
}

/** Prism reads no more than this, in bytes. */
const longestBody = 10 * 1024 * 1024;

/** What stands for a body that is no JSON, or too long: JSON that no operation takes. */
const unreadable = Buffer.from('"unreadable"');

/** In characters: Node gives Prism 16 kB for a whole head. */
const longestTarget = 12_000;

/** No parameter of a path may be as long, however it is encoded. */
const longestSegment = 2000;

/** A body that Prism could not read is replaced by one that it refuses as any that does not fit. */
export async function read(incoming: IncomingMessage): Promise<Arrived> {
  const { method = "", url: target = "", headers } = incoming;
  const body = await wholeOf(incoming);
  return { method, target, headers, body: readable(body, headers["content-type"]) };
}

/** Headers that belong to a connection, or to a body's way through it. */
const ofConnection = ["connection", "keep-alive", "transfer-encoding", "content-length"];

/** Asks Prism, which answers with what is chosen, or, of its own choice, with an example of success. */
export function ask(
  arrived: Arrived,
  { prism, agent, choice }: { prism: string; agent: Agent; choice?: Choice | undefined },
): Promise<Answer> {
  const { method, target, body } = arrived;
  const tooLong = target.length > longestTarget;
  const path = tooLong ? shortened(target) : target;
  const headers = without(ofConnection, arrived.headers);
  if (body.length > 0) headers["content-length"] = String(body.length);
  if (choice !== undefined) headers.prefer = preferOf(choice);
  // Prism could not read it whole; what it would say is known.
  if (tooLong) headers.prefer = "code=400";
  return new Promise((resolve, reject) => {
    const onward = request(prism, { method, path, headers, agent }, (answer) => {
      const status = answer.statusCode ?? 500;
      wholeOf(answer).then(
        (whole) => resolve({ status, headers: without(ofConnection, answer.headers), body: whole }),
        reject,
      );
    });
    onward.on("error", reject);
    onward.end(body);
  });
}

/** Prism tells in a header why it refuses a request. */
export function reasonsIn({ headers }: Answer): string[] {
  const violations = jsonIn(Buffer.from(String(headers["sl-violations"] ?? "[]"))) ?? [];
  return (violations as Violation[])
    .filter(({ location: [place] }) => place === "request")
    .map(({ message }) => message);
}

interface Violation {
  location: string[];
  message: string;
}

function preferOf({ status, example }: Choice): string {
  return `code=${status}${example === undefined ? "" : `, example=${example}`}`;
}

function shortened(target: string): string {
  const [path = ""] = target.split("?");
  const segments = path.split("/").map((segment) => segment.slice(0, longestSegment));
  return segments.join("/").slice(0, longestTarget);
}

async function wholeOf(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** Undefined for what is no JSON. */
export function jsonIn(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString());
  } catch {
    return undefined;
  }
}

function readable(body: Buffer, type = ""): Buffer {
  if (body.length > longestBody) return unreadable;
  if (body.length === 0 || !/^application\/([^;]+\+)?json\b/i.test(type)) return body;
  return jsonIn(body) === undefined ? unreadable : body;
}

function without(names: string[], headers: IncomingMessage["headers"]): OutgoingHttpHeaders {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !names.includes(name)));
}
