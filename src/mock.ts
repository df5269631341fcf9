import { readFile } from "node:fs/promises";
import { CsbsConfigError } from "./errors.ts";
import { startFront } from "./mock-front.ts";
import { guardPrism } from "./prism-guard.ts";

/** Options of {@link startMock}. */
export interface MockOptions {
  /** Port to listen on; 0, the default, takes a free one. */
  port?: number;
  /** Address to listen on. Default 127.0.0.1. */
  host?: string;
  /** Takes one line for each request, each reason for refusing one, and each answer. Never holds headers. */
  log?: (line: string) => void;
}

/** A mock that runs. */
export interface Mock {
  /** Where it listens: the endpoint to give to a client. */
  readonly url: string;
  /** Stops it, cutting open connections. */
  stop(): Promise<void>;
}

const document = new URL("../generated/openapi.json", import.meta.url);

/**
 * Starts Prism in this process on the bundled spec: requests are validated (400 and 401 with the
 * documented bodies), answers are the spec's examples, chosen by the header
 * `Prefer: code=503, example=faultUnavailable`. It keeps no state. Needs Node and the optional peer
 * dependencies @stoplight/prism-core, prism-http and prism-http-server.
 *
 * @throws CsbsConfigError when Prism is not installed, or the port is taken or not allowed.
 */
export async function startMock({ port = 0, host = "127.0.0.1", log }: MockOptions = {}): Promise<Mock> {
  const { createLogger, createServer, getHttpOperationsFromSpec } = await loadPrism();
  const operations = await getHttpOperationsFromSpec(JSON.parse(await readFile(document, "utf8")) as object);
  const logger = createLogger("mock", { level: log === undefined ? "silent" : "info" }, lineWriter(log));
  const server = createServer(operations, {
    cors: true,
    components: { logger },
    config: {
      isProxy: false,
      checkSecurity: true,
      validateRequest: true,
      validateResponse: true,
      errors: false,
      upstreamProxy: undefined,
      mock: { dynamic: false },
    },
  });
  guardPrism(server.prism);
  const prism = await server.listen(0, "127.0.0.1");
  try {
    const front = await startFront(prism, { port, host });
    return { url: front.url, stop: async () => void (await Promise.all([front.stop(), server.close()])) };
  } catch (reason) {
    await server.close();
    throw listenError(String(reason), host, port);
  }
}

async function loadPrism() {
  try {
    const [core, http, server] = await Promise.all([
      import("@stoplight/prism-core"),
      import("@stoplight/prism-http"),
      import("@stoplight/prism-http-server"),
    ]);
    return { ...core, ...http, ...server };
  } catch (cause) {
    throw new CsbsConfigError(
      "the mock needs Prism: npm install --save-dev @stoplight/prism-core @stoplight/prism-http @stoplight/prism-http-server",
      { cause },
    );
  }
}

function listenError(reason: string, host: string, port: number): CsbsConfigError {
  const place = `port ${port} on ${host}`;
  if (reason.includes("EADDRINUSE"))
    return new CsbsConfigError(`${place} is taken; stop what listens there or choose another port`);
  if (reason.includes("EACCES"))
    return new CsbsConfigError(`${place} is not allowed to this user; choose a port above 1023`);
  return new CsbsConfigError(`the mock cannot listen on ${place} (${reason})`);
}

/** What Prism's logger writes, a JSON text a call, as lines for people. */
function lineWriter(log: ((line: string) => void) | undefined): { write(text: string): void } {
  return {
    write(text) {
      const line = readable(JSON.parse(text) as PrismLogEntry);
      if (line !== undefined) log?.(line);
    },
  };
}

interface PrismLogEntry {
  name: string;
  level: number;
  msg: string;
  input?: { method: string; url: { path: string; query?: Record<string, string | string[]> } };
}

const errorLevel = 50;

function readable({ name, level, msg, input }: PrismLogEntry): string | undefined {
  if (input !== undefined && level < errorLevel)
    return `${input.method.toUpperCase()} ${input.url.path}${queryText(input.url.query)}`;
  // Prism names each violation a second time once it has answered.
  if (msg.startsWith("Violation:")) return undefined;
  if (name === "VALIDATOR" && level >= errorLevel) return `  refused: ${msg}`;
  const status = /Responding with "(\d+)"/.exec(msg)?.[1];
  return status === undefined ? undefined : `  answered ${status}`;
}

function queryText(query: Record<string, string | string[]> = {}): string {
  const pairs = Object.entries(query).flatMap(([name, values]) =>
    [values].flat().map((value) => `${name}=${value}`),
  );
  return pairs.length === 0 ? "" : `?${pairs.join("&")}`;
}
