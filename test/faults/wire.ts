import type { Socket } from "node:net";

/** One request as it arrived, and the socket to respond on with any bytes at all. */
export interface Exchange {
  socket: Socket;
  /** Path and query of the request, behind the name of the fault. */
  target: string;
  method: string;
  body: string;
  /** Which request of the fault it is, counted from 1. */
  nth: number;
  /** Base URL of the fault's own server, for redirects. */
  base: string;
}

/** What a fault does with each request. */
export type Play = (exchange: Exchange) => void | Promise<void>;

export const count = '{"count":10}';
export const gone = '{"error_code":"CSBS.3001","error_msg":"The backup is not found."}';
export const failed = '{"error_code":"CSBS.9999","error_msg":"Something failed."}';

export type Headers = Record<string, string>;

/** The beginning of a response: status line and headers, with a blank line. */
export function head(status: number, headers: Headers = {}, reason = "Reason"): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return [`HTTP/1.1 ${status} ${reason}`, ...lines, "", ""].join("\r\n");
}

/** A whole response, whose headers may contradict its body. */
export function response(status: number, body: string | Buffer = count, headers: Headers = {}): Buffer {
  const own = { "Content-Type": "application/json", "Content-Length": String(Buffer.byteLength(body)) };
  return Buffer.concat([
    Buffer.from(head(status, { ...own, Connection: "close", ...headers })),
    Buffer.from(body),
  ]);
}

/** Sends bytes and ends the connection. */
export function sends(...parts: (string | Buffer)[]): Play {
  return ({ socket }) => {
    socket.end(Buffer.concat(parts.map((part) => Buffer.from(part))));
  };
}

/** Sends bytes and leaves the connection open. */
export function keeps(...parts: (string | Buffer)[]): Play {
  return ({ socket }) => {
    socket.write(Buffer.concat(parts.map((part) => Buffer.from(part))));
  };
}

/** Sends bytes and resets the connection. */
export function resets(...parts: (string | Buffer)[]): Play {
  return ({ socket }) => {
    const reset = () => socket.resetAndDestroy();
    if (parts.length === 0) reset();
    else socket.write(Buffer.concat(parts.map((part) => Buffer.from(part))), () => setTimeout(reset, 20));
  };
}

/** Does one thing for each request in turn, the last for all further ones. */
export function inTurn(...plays: Play[]): Play {
  return (exchange) => plays[Math.min(exchange.nth, plays.length) - 1]?.(exchange);
}

/** Sends bytes a few at a time. */
export function drips(text: string, { size, every }: { size: number; every: number }): Play {
  return ({ socket }) => {
    const bytes = Buffer.from(text);
    let sent = 0;
    const timer = setInterval(() => {
      socket.write(bytes.subarray(sent, sent + size));
      sent += size;
      if (sent >= bytes.length) socket.end();
    }, every);
    socket.on("close", () => clearInterval(timer));
  };
}
