import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import { setTimeout as pause } from "node:timers/promises";
import { send } from "./faults/faults.ts";
import type { GatewayErrors } from "./faults/gateway-errors.ts";
import { type AccessOptions, corsHeaders, isAllowedHost, preflightHeaders } from "./http/access.ts";
import {
  type Exchange,
  OpenExchanges,
  type ParserError,
  refuseConnection,
  refuseUnread,
  sendContinue,
  statusOfParserError,
} from "./http/connection.ts";
import { limits, type Timeouts, timeouts } from "./http/limits.ts";
import { listen } from "./http/listen.ts";
import { HttpRequest, parseTarget, readBody, type Target } from "./http/request.ts";
import { jsonResponse } from "./http/response.ts";
import { printable } from "./printable.ts";
import { linesOf, RequestLog } from "./request-log.ts";
import type { MockRequest } from "./requests.ts";
import type { Result } from "./scenarios/runner.ts";

export interface ServerOptions extends AccessOptions {
  port: number;
  errors: GatewayErrors;
  log: ((line: string) => void) | undefined;
  timeouts?: Timeouts;
  /** Responds to a request that was read. */
  run(request: HttpRequest): Promise<Result>;
}

/** What Expect says: `continue` that the client waits to be told to send the body. */
type Expectation = "continue" | "unknown" | undefined;

export interface MockServer {
  readonly url: string;
  readonly requests: MockRequest[];
  stop(): Promise<void>;
}

/**
 * Serves HTTP: reads each request within the limits, once, and sends the response to it. Whatever cannot
 * be read gets the gateway's error.
 *
 * @throws CsbsConfigError if the port is taken or not allowed.
 */
export async function startServer(options: ServerOptions): Promise<MockServer> {
  const { errors } = options;
  const log = safeLog(options.log);
  const requests = new RequestLog();
  const stopped = new AbortController();
  const open = new OpenExchanges();
  /** Connections on which HTTP has ended; the server knows them no longer. */
  const refused = new Set<Duplex>();
  const { headers: headersTimeout, request: requestTimeout } = options.timeouts ?? timeouts;
  const server = createServer({
    maxHeaderSize: limits.head,
    // Without one the gateway's error is sent, as for all else.
    requireHostHeader: false,
    headersTimeout,
    requestTimeout,
    connectionsCheckingInterval: Math.min(1000, headersTimeout),
  });

  const handle = (exchange: Exchange, expectation?: Expectation) => {
    const { incoming, outgoing } = exchange;
    open.add(exchange);
    serve(exchange, expectation).catch((error) => {
      // Connections end, and the mock stops. Anything else is the mock's own failure.
      if (stopped.signal.aborted || incoming.socket.destroyed || outgoing.destroyed || outgoing.headersSent) {
        return outgoing.destroy();
      }
      const error_msg = `the mock failed: ${error}; this is a bug of csbs-api, please report it`;
      log(printable(`${incoming.method} ${incoming.url} -> 500 (${error_msg})`));
      return refuseUnread(exchange, jsonResponse(500, { error_code: "MOCK.0500", error_msg }));
    });
  };

  async function serve(exchange: Exchange, expectation: Expectation): Promise<void> {
    const { incoming, outgoing } = exchange;
    const { method = "", url = "", headers } = incoming;
    // Node reads nothing behind a request for an upgrade.
    if (headers.upgrade !== undefined) outgoing.shouldKeepAlive = false;
    const target = parseTarget(url);
    for (const [name, value] of Object.entries(corsHeaders(headers, options))) {
      outgoing.setHeader(name, value as string);
    }
    const record = (status: number, reasons: string[]) => {
      const unread = requests.add(method, target.target.slice(0, limits.target));
      Object.assign(unread, { status, reasons: reasons.map((reason) => printable(reason)) });
      for (const line of linesOf(unread)) log(line);
    };
    const refuse = (status: number, reason: string) => {
      record(status, [reason]);
      refuseUnread(exchange, errors.response(status, reason));
    };
    const refusal = refusalOf(incoming, target, options);
    if (refusal !== undefined) return refuse(...refusal);
    if (expectation === "unknown") {
      const expected = printable(String(headers.expect), 100);
      return refuse(417, `unsupported Expect "${expected}"; expected 100-continue`);
    }
    const preflight = preflightHeaders(method, headers, options);
    if (preflight !== undefined) {
      record(204, []);
      outgoing.writeHead(204, preflight).end();
      return;
    }
    if (expectation === "continue") await sendContinue(outgoing);
    const body = await readBody(incoming);
    if (body === undefined) return refuse(413, tooLarge);
    const request = new HttpRequest(method, target, headers, body);
    const read = requests.add(method, target.target, request);
    const { operation, step, response, reasons = [] } = await options.run(request);
    const [fault] = Object.keys(step?.fault ?? {});
    Object.assign(read, { operation, fault, reasons });
    // The form of the site shows them; pages cannot read the log.
    if (reasons.length > 0 && outgoing.hasHeader("access-control-allow-origin")) {
      outgoing.setHeader("mock-reasons", encodeURIComponent(printable(reasons.join("; "), 1000)));
    }
    if (response !== undefined && step?.delay !== undefined) {
      await pause(step.delay, undefined, { signal: stopped.signal });
    }
    read.status = step?.fault?.resetBeforeHeaders === undefined ? response?.status : undefined;
    for (const line of linesOf(read)) log(line);
    if (response !== undefined) await send(outgoing, response, step?.fault, stopped.signal);
  }

  /** Responds to what Node cannot parse. Earlier requests of the connection get their response first. */
  const refuseSocket = async (socket: Duplex, what: string, status: number, headers?: { allow: string }) => {
    // Node reports every chunk that follows, too.
    if (refused.has(socket)) return;
    refused.add(socket);
    socket.once("close", () => refused.delete(socket));
    const response = errors.response(status, undefined, headers);
    const unread = open.unread(socket);
    if (unread === undefined) await open.settled(socket);
    log(`${printable(what, 200)} -> ${status}`);
    if (unread === undefined) refuseConnection(socket, response);
    else refuseUnread(unread, response);
  };

  server.on("request", (incoming, outgoing) => handle({ incoming, outgoing }));
  server.on("checkContinue", (incoming, outgoing) => handle({ incoming, outgoing }, "continue"));
  server.on("checkExpectation", (incoming, outgoing) => handle({ incoming, outgoing }, "unknown"));
  server.on("connect", ({ url = "" }, socket) => refuseSocket(socket, `CONNECT ${url}`, 405));
  server.on("clientError", (error: ParserError, socket) => {
    if (error.code === "ECONNRESET") return socket.destroy();
    return refuseSocket(socket, `a request that cannot be read (${error.code})`, statusOfParserError(error));
  });

  const address = await listen(server, options.port, options.host);
  return {
    url: urlOf(address),
    requests: requests.requests,
    stop: async () => {
      stopped.abort();
      server.closeAllConnections();
      for (const socket of refused) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function urlOf({ address, port }: AddressInfo): string {
  // Where every address is listened on, this machine is reached by its own.
  const reached = { "0.0.0.0": "127.0.0.1", "::": "::1" }[address] ?? address;
  return `http://${reached.includes(":") ? `[${reached}]` : reached}:${port}`;
}

/** Status and reason if a request is refused before its body is read. */
function refusalOf(
  { headers, rawHeaders, httpVersion }: IncomingMessage,
  { authority, target, segments }: Target,
  options: AccessOptions,
): [status: number, reason: string] | undefined {
  const hosts = rawHeaders.filter((name, index) => index % 2 === 0 && name.toLowerCase() === "host").length;
  if (hosts > 1) return [400, "more than one Host header"];
  if (hosts === 0 && httpVersion === "1.1") return [400, "no Host header"];
  const host = authority ?? headers.host ?? "";
  if (!isAllowedHost(host, options)) {
    const name = printable(host, 100);
    return [
      403,
      `the host "${name}" is not allowed; start the mock with it in allowedHosts (--allowed-host)`,
    ];
  }
  if (target.length > limits.target) return [414, `the target has more than ${limits.target} characters`];
  const length = rawHeaders.reduce((sum, text) => sum + text.length, 0);
  if (length > limits.headers) return [431, `the headers have more than ${limits.headers} bytes`];
  if (segments === undefined) return [400, "the path or query is not valid percent-encoding"];
  if (Number(headers["content-length"] ?? 0) > limits.body) return [413, tooLarge];
  return undefined;
}

const tooLarge = `the body has more than ${limits.body} bytes`;

/** A log that throws must not change a response. */
function safeLog(log: ServerOptions["log"]): (line: string) => void {
  return (line) => {
    try {
      log?.(line);
    } catch {}
  };
}
