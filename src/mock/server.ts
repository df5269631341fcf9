import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import { setTimeout as pause } from "node:timers/promises";
import { type AccessOptions, corsHeaders, isAllowedHost, preflightHeaders } from "./access.ts";
import { OpenResponses, refuseConnection, refuseUnread, statusOfParserError } from "./connection.ts";
import { send } from "./faults.ts";
import type { GatewayErrors } from "./gateway-errors.ts";
import { HttpRequest, parseTarget, readBody, type Target } from "./http-request.ts";
import { type HttpResponse, jsonResponse } from "./http-response.ts";
import { limits, type Timeouts, timeouts } from "./limits.ts";
import { listen } from "./listen.ts";
import { printable } from "./printable.ts";
import { linesOf, RequestLog } from "./request-log.ts";
import type { MockRequest } from "./requests.ts";
import type { Result } from "./scenario-runner.ts";

export interface ServerOptions extends AccessOptions {
  port: number;
  errors: GatewayErrors;
  log: ((line: string) => void) | undefined;
  timeouts?: Timeouts;
  /** Responds to a request that was read. */
  run(request: HttpRequest): Promise<Result>;
}

export interface MockServer {
  readonly url: string;
  readonly requests: MockRequest[];
  stop(): Promise<void>;
}

/** A request whose body has not been read. */
interface Exchange {
  incoming: IncomingMessage;
  outgoing: ServerResponse;
  /** Whether the client waits to be told to send the body. */
  waits: boolean;
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
  const open = new OpenResponses();
  const { headers: headersTimeout, request: requestTimeout } = options.timeouts ?? timeouts;
  const server = createServer({
    maxHeaderSize: limits.head,
    headersTimeout,
    requestTimeout,
    connectionsCheckingInterval: Math.min(1000, headersTimeout),
  });

  const handle = (exchange: Exchange) => {
    const { incoming, outgoing } = exchange;
    open.add(incoming.socket, outgoing);
    serve(exchange).catch((error) => {
      // Connections end, and the mock stops. Anything else is the mock's own failure.
      if (stopped.signal.aborted || incoming.destroyed || outgoing.destroyed || outgoing.headersSent) {
        return outgoing.destroy();
      }
      const error_msg = `the mock failed: ${error}; this is a bug of csbs-api, please report it`;
      log(printable(`${incoming.method} ${incoming.url} -> 500 (${error_msg})`));
      const { status, headers, body } = jsonResponse(500, { error_code: "MOCK.0500", error_msg });
      return outgoing.writeHead(status, headers).end(body);
    });
  };

  async function serve({ incoming, outgoing, waits }: Exchange): Promise<void> {
    const { method = "", url = "", headers } = incoming;
    const target = parseTarget(url);
    for (const [name, value] of Object.entries(corsHeaders(headers, options))) {
      outgoing.setHeader(name, value as string);
    }
    const refuse = (response: HttpResponse, reason: string) => {
      const record = requests.add(method, target.target.slice(0, limits.target));
      Object.assign(record, { status: response.status, reasons: [printable(reason)] });
      for (const line of linesOf(record)) log(line);
      refuseUnread(incoming, outgoing, response);
    };
    const [status, reason] = refusal(incoming, target) ?? [];
    if (status !== undefined) return refuse(errors.response(status, reason), reason ?? "");
    const preflight = preflightHeaders(method, headers, options);
    if (preflight !== undefined) {
      outgoing.writeHead(204, preflight).end();
      return;
    }
    if (waits) outgoing.writeContinue();
    const body = await readBody(incoming);
    if (body === undefined)
      return refuse(errors.response(413), `the body has more than ${limits.body} bytes`);
    const request = new HttpRequest(method, target, headers, body);
    const record = requests.add(method, target.target, request);
    const { operation, step, response, reasons = [] } = await options.run(request);
    const [fault] = Object.keys(step?.fault ?? {});
    Object.assign(record, { operation, fault, reasons });
    if (response !== undefined && step?.delay !== undefined) {
      await pause(step.delay, undefined, { signal: stopped.signal });
    }
    record.status = step?.fault?.resetBeforeHeaders === undefined ? response?.status : undefined;
    for (const line of linesOf(record)) log(line);
    if (response !== undefined) await send(outgoing, response, step?.fault, stopped.signal);
  }

  /** Why a request is refused before its body is read. */
  function refusal(
    { headers, rawHeaders, headersDistinct }: IncomingMessage,
    target: Target,
  ): [number, string] | undefined {
    const hosts = target.authority === undefined ? (headersDistinct.host ?? []) : [target.authority];
    const [host = ""] = hosts;
    if (hosts.length > 1) return [400, "more than one Host header"];
    if (!isAllowedHost(host, options)) {
      return [
        403,
        `the host "${printable(host, 100)}" is not allowed; start the mock with it in allowedHosts (--allowed-host)`,
      ];
    }
    if (target.target.length > limits.target)
      return [414, `the target has more than ${limits.target} characters`];
    const length = rawHeaders.reduce((sum, text) => sum + text.length, 0);
    if (length > limits.headers) return [431, `the headers have more than ${limits.headers} bytes`];
    if (target.segments === undefined) return [400, "the path or query is not valid percent-encoding"];
    if (Number(headers["content-length"] ?? 0) > limits.body) {
      return [413, `the body has more than ${limits.body} bytes`];
    }
    return undefined;
  }

  /** Responds to what has no request object. Earlier requests of the connection get their response first. */
  const refuseSocket = (socket: Duplex, what: string, status: number, headers?: { allow: string }) => {
    open.settled(socket).then(() => {
      log(`${printable(what, 200)} -> ${status}`);
      refuseConnection(socket, errors.response(status, undefined, headers));
    });
  };

  server.on("request", (incoming, outgoing) => handle({ incoming, outgoing, waits: false }));
  server.on("checkContinue", (incoming, outgoing) => handle({ incoming, outgoing, waits: true }));
  server.on("checkExpectation", (incoming, outgoing) => {
    const expectation = printable(String(incoming.headers.expect), 100);
    refuseUnread(
      incoming,
      outgoing,
      errors.response(417, `unsupported Expect "${expectation}"; expected 100-continue`),
    );
  });
  server.on("connect", ({ url = "" }, socket) => refuseSocket(socket, `CONNECT ${url}`, 405));
  server.on("clientError", (error: NodeJS.ErrnoException & { rawPacket?: Buffer }, socket) => {
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
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function urlOf({ address, port }: AddressInfo): string {
  // Where every address is listened on, this machine is reached by its own.
  const reached = { "0.0.0.0": "127.0.0.1", "::": "::1" }[address] ?? address;
  return `http://${reached.includes(":") ? `[${reached}]` : reached}:${port}`;
}

/** A log that throws must not change a response. */
function safeLog(log: ServerOptions["log"]): (line: string) => void {
  return (line) => {
    try {
      log?.(line);
    } catch {}
  };
}
