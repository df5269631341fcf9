import { Agent, createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { CsbsConfigError } from "../errors.ts";
import type { SpecDocument } from "./document.ts";
import { send } from "./faults.ts";
import { read, reasonsIn } from "./messages.ts";
import { Player } from "./player.ts";
import { recordOf } from "./record.ts";
import type { MockRequest, MutableRequest } from "./requests.ts";
import { queryOf } from "./routes.ts";
import type { Scenario } from "./scenario.ts";

/** A server in front of Prism, which plays a scenario. */
export interface Front {
  readonly url: string;
  readonly requests: MockRequest[];
  advance(seconds: number): void;
  stop(): Promise<void>;
}

export interface FrontOptions {
  port: number;
  host: string;
  scenario: Scenario;
  document: SpecDocument;
  log: ((line: string) => void) | undefined;
}

/** @throws CsbsConfigError when the port is taken or not allowed. */
export async function startFront(prism: string, options: FrontOptions): Promise<Front> {
  const { port, host, scenario, document } = options;
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new CsbsConfigError("port must be a whole number from 0 to 65535; 0 takes a free one");
  }
  const log = quietly(options.log);
  const agent = new Agent({ keepAlive: true });
  const player = new Player(scenario, document, { prism, agent });
  const requests: MutableRequest[] = [];
  const end = new AbortController();
  const server = createServer({ maxHeaderSize: 2 ** 20 }, (incoming, outgoing) => {
    serve(incoming, outgoing).catch((error) => {
      // Connections end, and the mock stops; anything else is a mistake of its own, and must not pass for a network's.
      const gone = end.signal.aborted || incoming.destroyed || outgoing.destroyed || outgoing.headersSent;
      if (gone) return outgoing.destroy();
      log(`  the mock failed: ${error}`);
      return outgoing.writeHead(500, { "content-type": "text/plain" }).end(`the mock failed: ${error}\n`);
    });
  });

  async function serve(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const arrived = await read(incoming);
    const record = recordOf(arrived);
    requests.push(record);
    log(lineOf(arrived.method, arrived.target));
    const { operation, step, answer } = await player.play(arrived);
    const [fault] = Object.keys(step?.fault ?? {});
    Object.assign(record, { operation, fault, reasons: answer === undefined ? [] : reasonsIn(answer) });
    if (answer !== undefined && step?.delay !== undefined) {
      await pause(step.delay, undefined, { signal: end.signal });
    }
    record.status = step?.fault?.resetBeforeHeaders === undefined ? answer?.status : undefined;
    const trouble = fault === undefined ? "" : ` (${fault})`;
    log(`  ${record.status === undefined ? "no answer" : `answered ${record.status}`}${trouble}`);
    if (answer !== undefined) await send(outgoing, answer, step?.fault, end.signal);
  }

  await listen(server, port, host).catch((error) => {
    agent.destroy();
    throw listenError(String(error), host, port);
  });
  const { address, port: taken } = server.address() as AddressInfo;
  // Where every address is listened on, this machine is reached by its own.
  const reached = { "0.0.0.0": "127.0.0.1", "::": "::1" }[address] ?? address;
  return {
    url: `http://${reached.includes(":") ? `[${reached}]` : reached}:${taken}`,
    requests,
    advance: (seconds) => player.advance(seconds),
    stop: async () => {
      end.abort();
      agent.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
}

function listenError(reason: string, host: string, port: number): CsbsConfigError {
  const place = `port ${port} on ${host}`;
  if (reason.includes("EADDRINUSE"))
    return new CsbsConfigError(`${place} is taken; stop what listens there or choose another port`);
  if (reason.includes("EACCES"))
    return new CsbsConfigError(`${place} is not allowed to this user; choose a port above 1023`);
  return new CsbsConfigError(`the mock cannot listen on ${place} (${reason})`);
}

/** A log that throws has its say, but must not change what is answered. */
function quietly(log: FrontOptions["log"]): (line: string) => void {
  return (line) => {
    try {
      log?.(line);
    } catch {}
  };
}

/** The query as people read it. */
function lineOf(method: string, target: string): string {
  const [path] = target.split("?", 1);
  const pairs = [...queryOf(target)].map(([name, value]) => `${name}=${value}`);
  return `${method} ${path}${pairs.length === 0 ? "" : `?${pairs.join("&")}`}`;
}
