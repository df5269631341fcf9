import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { isAllowedHost, isAllowedOrigin } from "../mock/http/access.ts";
import { refuseUnread } from "../mock/http/connection.ts";
import { listen } from "../mock/http/listen.ts";
import { parseTarget } from "../mock/http/request.ts";
import { jsonResponse } from "../mock/http/response.ts";
import type { Document } from "../spec/document.ts";
import { type Exchange, ExchangeInspector, type Inspected } from "./exchange.ts";
import { Forwarder, type Outcome } from "./forward.ts";
import { credentialsIn } from "./headers.ts";
import { InspectionQueue } from "./queue.ts";
import { type Report, ReportCollector } from "./report.ts";

const host = "127.0.0.1";
const access = { host, allowedHosts: [], allowedOrigins: [] };

export interface ProxyOptions {
  /** The description to compare with. */
  document: Document;
  /** Base URL of the service. */
  target: string;
  /** Certificates of the authorities that are trusted; undefined for those of Node. */
  ca?: string[] | undefined;
  port: number;
  /** Whether the report contains values. */
  values: boolean;
  /** Takes one line for each call. It contains no ID and no value. */
  log: (line: string) => void;
  /** Takes each complete exchange. */
  record?: ((exchange: Exchange) => void) | undefined;
}

export interface RunningProxy {
  readonly url: string;
  /** What was found so far. */
  report(): Report;
  /** Inspects what waits for it, and cuts open connections. */
  stop(): Promise<void>;
}

/**
 * Forwards requests to the service, and compares them and the responses with the description afterwards. Whatever
 * fails while comparing changes nothing of what is forwarded.
 *
 * @throws CsbsConfigError if the port is taken or not allowed.
 */
export async function startProxy(options: ProxyOptions): Promise<RunningProxy> {
  const { document, target, ca, port, values, log, record } = options;
  const inspector = new ExchangeInspector(document);
  const collector = new ReportCollector(document.info.version, values);
  const forwarder = new Forwarder(new URL(target), ca);
  const queue = new InspectionQueue();

  const inspect = (exchange: Exchange, credentials: readonly string[], milliseconds: number) => {
    exchange.credentials = credentials;
    const line = `${inspector.nameOf(exchange)} ${exchange.status}, ${milliseconds} ms`;
    const inspectNow = () => {
      const inspected = inspector.inspect(exchange);
      collector.add(inspected, (text) =>
        credentials.reduce((left, one) => left.replaceAll(one, "[redacted]"), text),
      );
      record?.(exchange);
      log(line + notes(inspected));
    };
    const bytes = (exchange.request.body?.length ?? 0) + (exchange.response.body?.length ?? 0);
    const isTaken = queue.add(bytes, () => {
      try {
        inspectNow();
      } catch (error) {
        collector.skip("failed");
        log(`${line}; the inspection failed (${(error as Error).name}), please report this bug of csbs-api`);
      }
    });
    if (isTaken) return;
    collector.skip("busy");
    log(`${line}; not inspected, because too many calls wait for it`);
  };

  const handle = (incoming: IncomingMessage, outgoing: ServerResponse) => {
    const refusal = refusalOf(incoming, new URL(target).host);
    if (refusal !== undefined) {
      log(`refused: ${refusal}`);
      return refuseUnread(
        { incoming, outgoing },
        jsonResponse(403, { error_code: "PROXY.0403", error_msg: refusal }),
      );
    }
    const started = performance.now();
    const credentials = credentialsIn(incoming.rawHeaders);
    forwarder.forward(incoming, outgoing, (outcome: Outcome) => {
      const milliseconds = Math.round(performance.now() - started);
      if ("exchange" in outcome) return inspect(outcome.exchange, credentials, milliseconds);
      const { method = "", url = "" } = incoming;
      collector.skip("cut");
      log(
        `${inspector.nameOf({ method, target: url })} cut by the ${outcome.cut} (${outcome.reason}), ${milliseconds} ms`,
      );
    });
  };

  const server = createServer({ requestTimeout: 0, maxHeaderSize: 1024 * 1024 }, handle);
  // The service decides whether it wants the body.
  server.on("checkContinue", handle);
  server.on("clientError", (_, socket) => socket.destroy());
  const address = await listen(server, port, host);
  return {
    url: `http://${host}:${address.port}`,
    report: () => collector.report(),
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await queue.finish();
    },
  };
}

/** A page that a browser has loaded from elsewhere must not reach the service through the proxy (DNS rebinding). */
function refusalOf({ url = "", headers }: IncomingMessage, service: string): string | undefined {
  const host = parseTarget(url).authority ?? headers.host ?? "";
  // Clients that sign for the host of the service name it, with the proxy as their HTTP proxy.
  if (host !== service && !isAllowedHost(host, access)) {
    return "the proxy is for this machine; use its address 127.0.0.1";
  }
  if (headers.origin !== undefined && !isAllowedOrigin(headers.origin, access)) {
    return "the proxy is for this machine; pages of other origins may not use it";
  }
  return undefined;
}

/** What the inspection of a call found, for its line. */
function notes({ entries, skipped }: Inspected): string {
  const deviations = entries.filter(({ kind }) => kind !== undefined).length;
  const count = deviations === 0 ? "" : `; ${deviations} deviation${deviations === 1 ? "" : "s"}`;
  return (
    count +
    (skipped === undefined ? "" : `; a body was not inspected, because it is ${skippedWords[skipped]}`)
  );
}

const skippedWords = { tooLarge: "too large", unreadable: "compressed in an unknown way" } as const;
