import { Agent, request as httpRequest, type IncomingMessage, type ServerResponse } from "node:http";
import { request as httpsRequest, Agent as TlsAgent } from "node:https";
import type { Socket } from "node:net";
import { pipeline } from "node:stream";
import { parseTarget } from "../mock/http/request.ts";
import { capture } from "./capture.ts";
import type { Exchange } from "./exchange.ts";
import { requestHeaders, responseHeaders } from "./headers.ts";

/** How an exchange ended: complete, or cut by one of the sides. */
export type Outcome = { exchange: Exchange } | { cut: "client" | "service"; reason: string };

/** What belongs to the connection of a client. */
interface Connection {
  agent: Agent;
  /** Ends the requests that are in progress. */
  cuts: Set<() => void>;
}

/** Forwards requests to one service, each connection of a client over a connection of its own. */
export class Forwarder {
  readonly #target: URL;
  readonly #ca: string[] | undefined;
  readonly #connections = new WeakMap<Socket, Connection>();

  constructor(target: URL, ca?: string[]) {
    this.#target = target;
    this.#ca = ca;
  }

  /**
   * Streams a request to the service and the response back. If one side closes its connection early, the other
   * connection is closed too: the proxy has no response of its own.
   */
  forward(incoming: IncomingMessage, outgoing: ServerResponse, done: (outcome: Outcome) => void): void {
    // Of requests that arrived together, later ones may be served when the client has gone.
    if (incoming.socket.destroyed) {
      done({ cut: "client", reason: "closed" });
      return;
    }
    const { method = "GET", url = "/" } = incoming;
    const { target } = parseTarget(url);
    const isTls = this.#target.protocol === "https:";
    const connection = this.#connectionOf(incoming.socket, isTls);
    const upstream = (isTls ? httpsRequest : httpRequest)({
      host: this.#target.hostname.replace(/^\[|\]$/g, ""),
      port: this.#target.port || (isTls ? 443 : 80),
      method,
      path: this.#target.pathname.replace(/\/$/, "") + target,
      headers: requestHeaders(incoming.rawHeaders, this.#target.host, method),
      agent: connection.agent,
    });
    let ended = false;
    const end = (outcome: Outcome) => {
      if (ended) return;
      ended = true;
      connection.cuts.delete(cutByClient);
      done(outcome);
    };
    const cut = (side: "client" | "service", error?: Error | null) => {
      end({ cut: side, reason: (error as NodeJS.ErrnoException | undefined)?.code ?? "closed" });
      upstream.destroy();
      // A response that is complete still has to reach the client.
      if (!outgoing.writableEnded) outgoing.destroy();
    };
    const cutByClient = () => cut("client");
    connection.cuts.add(cutByClient);
    const sent = capture(incoming);
    upstream.on("continue", () => outgoing.writeContinue());
    upstream.on("error", (error) => cut("service", error));
    let broken: Error | null = null;
    let hasResponse = false;
    upstream.on("close", () => {
      if (!hasResponse) cut("service");
    });
    outgoing.on("close", () => {
      if (!outgoing.writableFinished) cut(broken === null ? "client" : "service", broken);
    });
    upstream.on("response", (response) => {
      hasResponse = true;
      response.on("error", (error) => {
        broken = error;
      });
      const received = capture(response);
      const { statusCode: status = 0, statusMessage = "" } = response;
      try {
        outgoing.sendDate = false;
        outgoing.writeHead(status, statusMessage, responseHeaders(response.rawHeaders)).flushHeaders();
      } catch (error) {
        return cut("service", error as Error);
      }
      pipeline(response, outgoing, (error) => {
        if (error) return cut(response.complete ? "client" : "service", error);
        const exchange = { method, target, request: sent(), status, response: received() };
        end(incoming.complete ? { exchange } : { cut: "client", reason: "the request is incomplete" });
      });
    });
    // Errors of the request are those of the connections, which are handled above.
    pipeline(incoming, upstream, () => {});
  }

  /** A connection of a client that is new must not get an old one to the service, which may be about to close. */
  #connectionOf(socket: Socket, isTls: boolean): Connection {
    const known = this.#connections.get(socket);
    if (known !== undefined) return known;
    const options = { keepAlive: true, maxSockets: 1 };
    const agent = isTls
      ? new TlsAgent({ ...options, ...(this.#ca === undefined ? {} : { ca: this.#ca }) })
      : new Agent(options);
    const connection: Connection = { agent, cuts: new Set() };
    this.#connections.set(socket, connection);
    socket.once("close", () => {
      // Node tells only the first of several requests that arrived together.
      for (const cut of connection.cuts) cut();
      // A connection that becomes free later is not kept.
      agent.maxFreeSockets = 0;
      agent.destroy();
    });
    return connection;
  }
}
