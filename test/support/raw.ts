import { connect } from "node:net";

export interface RawResponse {
  status: number;
  headers: { [name: string]: string };
  body: string;
}

export interface RawExchange {
  responses: RawResponse[];
  /** Why the connection broke; undefined if it was closed in order. */
  error: string | undefined;
}

/**
 * Sends bytes as they are, and resolves to the responses when the server closes the connection, or
 * `wanted` of them have arrived. Rejects after `patience` milliseconds.
 */
export function sendRaw(
  url: string,
  bytes: string | Uint8Array,
  { wanted = Number.POSITIVE_INFINITY, halfClose = false, patience = 20_000 } = {},
): Promise<RawExchange> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url);
    const socket = connect({ port: Number(port), host: hostname, allowHalfOpen: true });
    let received = Buffer.alloc(0);
    let error: string | undefined;
    const finish = () => {
      clearTimeout(timer);
      socket.destroy();
      resolve({ responses: responsesIn(received), error });
    };
    const timer = setTimeout(() => {
      socket.destroy();
      reject(new Error(`no end after ${patience} ms; received ${received.toString().slice(0, 500)}`));
    }, patience);
    socket.on("error", (reason: NodeJS.ErrnoException) => {
      error = reason.code;
    });
    socket.on("data", (chunk) => {
      received = Buffer.concat([received, chunk]);
      if (responsesIn(received).length >= wanted) finish();
    });
    socket.on("end", finish);
    socket.on("close", finish);
    if (halfClose) socket.end(bytes);
    else socket.write(bytes);
  });
}

/** The complete responses in these bytes; 100 Continue counts as one. */
export function responsesIn(bytes: Buffer): RawResponse[] {
  const found: RawResponse[] = [];
  let rest = bytes;
  for (;;) {
    const end = rest.indexOf("\r\n\r\n");
    if (end === -1) return found;
    const [first = "", ...lines] = rest.subarray(0, end).toString("latin1").split("\r\n");
    const headers = Object.fromEntries(
      lines.map((line) => {
        const colon = line.indexOf(":");
        return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
      }),
    );
    // The length that a response to HEAD has is that of the body which GET would get.
    const isHead = rest.subarray(end + 4, end + 13).equals(Buffer.from("HTTP/1.1 "));
    const length = isHead ? 0 : Number(headers["content-length"] ?? 0);
    const body = rest.subarray(end + 4, end + 4 + length);
    if (body.length < length) return found;
    found.push({ status: Number(first.split(" ")[1]), headers, body: body.toString() });
    rest = rest.subarray(end + 4 + length);
  }
}
