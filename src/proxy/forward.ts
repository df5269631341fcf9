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

/** Forwards requests to one service, each connection of a client over a connection of its own. */
export class Forwarder {
  readonly #target: URL;
  readonly #agents = new WeakMap<Socket, Agent>();

  constructor(target: URL) {
    this.#target = target;
  }

  /**
   * Streams a request to the service and the response back. If one side closes its connection early, the other
   * connection is closed too: the proxy has no response of its own.
   */
  forward(incoming: IncomingMessage, outgoing: ServerResponse, done: (outcome: Outcome) => void): void {
    const { method = "GET", url = "/" } = incoming;
    const { target } = parseTarget(url);
    const isTls = this.#target.protocol === "https:";
    const upstream = (isTls ? httpsRequest : httpRequest)({
      host: this.#target.hostname.replace(/^\[|\]$/g, ""),
      port: this.#target.port || (isTls ? 443 : 80),
      method,
      path: this.#target.pathname.replace(/\/$/, "") + target,
      headers: requestHeaders(incoming.rawHeaders, this.#target.host, method),
      agent: this.#agentOf(incoming.socket, isTls),
    });
    let ended = false;
    const end = (outcome: Outcome) => {
      if (ended) return;
      ended = true;
      done(outcome);
    };
    const cut = (side: "client" | "service", error?: Error | null) => {
      end({ cut: side, reason: (error as NodeJS.ErrnoException | undefined)?.code ?? "closed" });
      upstream.destroy();
      // A response that is complete still has to reach the client.
      if (!outgoing.writableEnded) outgoing.destroy();
    };
    const sent = capture(incoming);
    upstream.on("continue", () => outgoing.writeContinue());
    upstream.on("error", (error) => cut("service", error));
    let broken: Error | null = null;
    outgoing.on("close", () => {
      if (!outgoing.writableFinished) cut(broken === null ? "client" : "service", broken);
    });
    upstream.on("response", (response) => {
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
  #agentOf(socket: Socket, isTls: boolean): Agent {
    let agent = this.#agents.get(socket);
    if (agent === undefined) {
      agent = new (isTls ? TlsAgent : Agent)({ keepAlive: true, maxSockets: 1 });
      this.#agents.set(socket, agent);
      socket.once("close", () => agent?.destroy());
    }
    return agent;
  }
}
