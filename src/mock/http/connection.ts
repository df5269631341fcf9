import type { IncomingMessage, ServerResponse } from "node:http";
import { STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import { limits } from "./limits.ts";
import type { HttpResponse } from "./response.ts";

/** What Node says of bytes that it cannot parse. */
export interface ParserError extends Error {
  code?: string;
  /** The bytes, and where in them it has stopped. */
  rawPacket?: Buffer;
  bytesParsed?: number;
}

/** The status for what Node cannot parse. */
export function statusOfParserError({ code, rawPacket, bytesParsed = 0 }: ParserError): number {
  switch (code) {
    case "HPE_HEADER_OVERFLOW":
      return 431;
    case "HPE_CHUNK_EXTENSIONS_OVERFLOW":
      return 413;
    case "ERR_HTTP_REQUEST_TIMEOUT":
      return 408;
    case "HPE_INVALID_METHOD":
      return isRequestLine(rawPacket?.toString("latin1") ?? "", bytesParsed) ? 405 : 400;
    default:
      return 400;
  }
}

/** Whether HTTP is spoken, with a method that HTTP does not know. */
function isRequestLine(text: string, at: number): boolean {
  const line = text.slice(text.lastIndexOf("\n", at - 1) + 1);
  return /^[A-Za-z-]+ [^\r\n]* HTTP\/1\.[01]\r?\n/.test(line);
}

/** A request, and the response to it. */
export interface Exchange {
  incoming: IncomingMessage;
  outgoing: ServerResponse;
}

/** The requests that have no response yet, by connection. */
export class OpenExchanges {
  readonly #open = new WeakMap<Duplex, Set<Exchange>>();

  add(exchange: Exchange): void {
    const { socket } = exchange.incoming;
    const exchanges = this.#open.get(socket) ?? new Set();
    this.#open.set(socket, exchanges.add(exchange));
    exchange.outgoing.once("close", () => exchanges.delete(exchange));
  }

  /** The request that was being read. */
  unread(socket: Duplex): Exchange | undefined {
    return [...(this.#open.get(socket) ?? [])].find(({ incoming }) => !incoming.complete);
  }

  /** Resolves when every request of a connection has had its response. */
  async settled(socket: Duplex): Promise<void> {
    const exchanges = [...(this.#open.get(socket) ?? [])];
    await Promise.all(
      exchanges.map(({ outgoing }) => new Promise((closed) => outgoing.once("close", closed))),
    );
  }
}

/** Ends a connection with a response that no request object exists for. */
export function refuseConnection(socket: Duplex, { status, headers, body }: HttpResponse): void {
  socket.on("error", () => socket.destroy());
  if (!socket.writable) {
    socket.destroy();
    return;
  }
  const lines = Object.entries({ ...headers, "content-length": body.length, connection: "close" });
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    ...lines.map(([name, value]) => `${name}: ${value}`),
  ];
  socket.end(Buffer.concat([Buffer.from(`${head.join("\r\n")}\r\n\r\n`), body]));
  discard(socket, () => socket.destroy());
}

/**
 * Tells a client to send the body, in its turn: if earlier responses of the connection are to be sent
 * first, Node would put this between the headers and the body of the response that follows.
 */
export async function sendContinue(outgoing: ServerResponse): Promise<void> {
  if (outgoing.socket === null) {
    await new Promise((resolve) => outgoing.once("socket", resolve).once("close", resolve));
  }
  outgoing.writeContinue();
}

/**
 * Responds to a request whose body is not read. If there is one, the connection is closed, but not at
 * once: that would reset it, and the client lose the response.
 */
export function refuseUnread({ incoming, outgoing }: Exchange, response: HttpResponse): void {
  const { status, headers, body } = response;
  if (outgoing.headersSent) return;
  const described = { ...headers, "content-length": body.length };
  if (!hasBody(incoming)) {
    outgoing.writeHead(status, described).end(body);
    return;
  }
  outgoing.writeHead(status, { ...described, connection: "close" });
  outgoing.write(body);
  discard(incoming.socket, () => outgoing.end());
}

function hasBody({ headers }: IncomingMessage): boolean {
  return headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > 0;
}

/** Throws away what still arrives, up to a limit of bytes and time. */
function discard(stream: NodeJS.ReadableStream & { destroyed?: boolean }, done: () => void): void {
  let left: number = limits.discard;
  const timer = setTimeout(done, limits.discardTime);
  timer.unref();
  const finish = () => {
    clearTimeout(timer);
    done();
  };
  stream.once("end", finish).once("close", finish);
  stream.on("data", (chunk: Buffer) => {
    left -= chunk.length;
    // The timer ends it: the client may be reading the response meanwhile.
    if (left < 0) stream.removeAllListeners("data").pause();
  });
  stream.resume();
}
