import type { IncomingMessage, ServerResponse } from "node:http";
import { STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import type { HttpResponse } from "./http-response.ts";
import { limits } from "./limits.ts";

/** The status for what Node cannot parse. */
export function statusOfParserError({
  code,
  rawPacket,
}: {
  code?: string | undefined;
  rawPacket?: Buffer;
}): number {
  switch (code) {
    case "HPE_HEADER_OVERFLOW":
      return 431;
    case "HPE_CHUNK_EXTENSIONS_OVERFLOW":
      return 413;
    case "ERR_HTTP_REQUEST_TIMEOUT":
      return 408;
    case "HPE_INVALID_METHOD":
      // An HTTP request with a method that HTTP does not know; else no HTTP request at all.
      return /^[A-Za-z-]+ [^\r\n]* HTTP\/1\.[01]\r?\n/.test(rawPacket?.toString("latin1") ?? "") ? 405 : 400;
    default:
      return 400;
  }
}

/** The connections with requests that have no response yet, and how many. */
export class OpenResponses {
  readonly #open = new WeakMap<Duplex, Set<ServerResponse>>();

  add(socket: Duplex, response: ServerResponse): void {
    const responses = this.#open.get(socket) ?? new Set();
    this.#open.set(socket, responses.add(response));
    response.once("close", () => responses.delete(response));
  }

  /** Resolves when every earlier request of a connection has had its response. */
  async settled(socket: Duplex): Promise<void> {
    const responses = [...(this.#open.get(socket) ?? [])];
    await Promise.all(responses.map((one) => new Promise((closed) => one.once("close", closed))));
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
 * Responds to a request whose body is not read, and closes the connection. Closing it at once would
 * reset it, and the client lose the response.
 */
export function refuseUnread(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  { status, headers, body }: HttpResponse,
): void {
  outgoing.writeHead(status, { ...headers, "content-length": body.length, connection: "close" });
  outgoing.write(body);
  discard(incoming, () => outgoing.end());
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
