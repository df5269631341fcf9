import { CsbsConfigError } from "../errors.ts";
import { guardPrism } from "./prism-guard.ts";

/** A Prism that listens on this machine, for the front to pass requests on to. */
export interface Prism {
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * Starts Prism in this process. `log` takes a line for each reason for which it refuses a request.
 *
 * @throws CsbsConfigError when Prism is not installed.
 */
export async function startPrism(document: object, log?: (line: string) => void): Promise<Prism> {
  const { createLogger, createServer, getHttpOperationsFromSpec } = await loadPrism();
  const operations = await getHttpOperationsFromSpec(document);
  const level = log === undefined ? "silent" : "info";
  const server = createServer(operations, {
    cors: true,
    components: { logger: createLogger("mock", { level }, reasonWriter(log)) },
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
  return { url: await server.listen(0, "127.0.0.1"), stop: () => server.close() };
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

interface PrismLogEntry {
  name: string;
  level: number;
  msg: string;
}

const errorLevel = 50;

/** Prism's logger writes a JSON text a call. It names each violation a second time once it has answered. */
function reasonWriter(log: ((line: string) => void) | undefined): { write(text: string): void } {
  return {
    write(text) {
      const { name, level, msg } = JSON.parse(text) as PrismLogEntry;
      if (name !== "VALIDATOR" || level < errorLevel || msg.startsWith("Violation:")) return;
      log?.(`  refused: ${msg}`);
    },
  };
}
