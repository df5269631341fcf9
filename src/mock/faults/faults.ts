import type { ServerResponse } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import type { HttpResponse } from "../http/response.ts";
import type { Fault, Step } from "../scenarios/scenario.ts";

/** The response of a fault between client and service: the service never has the request. */
export function responseOfFault({ html, redirect }: Fault): HttpResponse | undefined {
  if (html !== undefined) {
    const { status = 502 } = html;
    const body = Buffer.from(`<html><head><title>${status}</title></head><body>${status}</body></html>\n`);
    return { status, headers: { "content-type": "text/html" }, body };
  }
  if (redirect === undefined) return undefined;
  const { to, status = 307 } = redirect;
  return { status, headers: { location: to }, body: Buffer.alloc(0) };
}

/** The header Retry-After in the form that a step asks for. */
export function retryAfter({ seconds, date = 0 }: NonNullable<Step["retryAfter"]>): string {
  return seconds === undefined ? new Date(Date.now() + date * 1000).toUTCString() : String(seconds);
}

/** Sends a response with its fault. Rejects if the signal aborts meanwhile. */
export async function send(
  outgoing: ServerResponse,
  { status, headers, body }: HttpResponse,
  fault: Fault | undefined,
  signal: AbortSignal,
): Promise<void> {
  const half = body.subarray(0, Math.floor(body.length / 2));
  const head = (length: number) => {
    const described = hasLength(status) ? { ...headers, "content-length": length } : headers;
    outgoing.writeHead(status, described);
  };
  if (fault?.resetBeforeHeaders !== undefined) {
    reset(outgoing);
  } else if (fault?.resetAfterHeaders !== undefined) {
    await partOf(outgoing, { head: () => head(body.length), part: half, signal });
    reset(outgoing);
  } else if (fault?.wrongLength !== undefined) {
    await partOf(outgoing, { head: () => head(body.length + 10), part: body, signal });
    outgoing.destroy();
  } else if (fault?.truncated !== undefined) {
    head(half.length);
    outgoing.end(half);
  } else if (fault?.empty !== undefined) {
    outgoing.writeHead(status, { ...headers, "content-length": 0 });
    outgoing.end();
  } else if (fault?.slowDrip !== undefined) {
    head(body.length);
    await drip(outgoing, body, fault.slowDrip, signal);
  } else {
    head(body.length);
    outgoing.end(body);
  }
}

/** A response with one of these never has a body, and no length of one. */
function hasLength(status: number): boolean {
  return status !== 204 && status !== 304;
}

/** Ends the connection by a TCP reset, as a crashed server does. */
function reset(outgoing: ServerResponse): void {
  outgoing.socket?.resetAndDestroy();
}

/** How long a part of a response is given to arrive, in milliseconds: a reset discards data in transit. */
const arrival = 20;

async function partOf(
  outgoing: ServerResponse,
  { head, part, signal }: { head: () => void; part: Buffer; signal: AbortSignal },
): Promise<void> {
  head();
  await new Promise((written) => outgoing.write(part.length === 0 ? " " : part, written));
  await pause(arrival, undefined, { signal });
}

async function drip(
  outgoing: ServerResponse,
  body: Buffer,
  { bytes = 16, pause: between = 50 }: NonNullable<Fault["slowDrip"]>,
  signal: AbortSignal,
): Promise<void> {
  for (let sent = 0; sent < body.length && !outgoing.destroyed; sent += bytes) {
    outgoing.write(body.subarray(sent, sent + bytes));
    await pause(between, undefined, { signal });
  }
  outgoing.end();
}
