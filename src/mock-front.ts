import {
  Agent,
  createServer,
  type IncomingMessage,
  request,
  type Server,
  type ServerResponse,
} from "node:http";
import type { AddressInfo } from "node:net";

/** A server in front of Prism, which never answers a body that it cannot read, and a long URL with nothing. */
export interface Front {
  readonly url: string;
  stop(): Promise<void>;
}

/** Prism reads no more than this, in bytes. */
const longestBody = 10 * 1024 * 1024;

/** What stands for a body that is no JSON, or too long: JSON that no operation takes. */
const unreadable = Buffer.from('"unreadable"');

/** In characters: Node gives Prism 16 kB for a whole head. */
const longestTarget = 12_000;

/** No parameter of a path may be as long, however it is encoded. */
const longestSegment = 2000;

/**
 * Passes everything on to Prism and back as it is, but for what Prism cannot read. In the place of
 * such a body goes one that Prism refuses as it refuses any body that does not fit; of a URL that is
 * too long, its path goes on, with the wish for such a refusal.
 */
export async function startFront(
  prism: string,
  { port, host }: { port: number; host: string },
): Promise<Front> {
  const agent = new Agent({ keepAlive: true });
  const server = createServer({ maxHeaderSize: 2 ** 20 }, (incoming, outgoing) => {
    pass(incoming, outgoing, { prism, agent }).catch(() => outgoing.destroy());
  });
  await listen(server, port, host);
  const { address, port: taken } = server.address() as AddressInfo;
  return {
    url: `http://${address.includes(":") ? `[${address}]` : address}:${taken}`,
    stop: async () => {
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

async function pass(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  { prism, agent }: { prism: string; agent: Agent },
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const body = readable(Buffer.concat(chunks), incoming.headers["content-type"]);
  const { "transfer-encoding": _, connection: __, ...headers } = incoming.headers;
  if (body.length > 0) headers["content-length"] = String(body.length);
  const { method, url = "" } = incoming;
  if (url.length > longestTarget) headers.prefer = "code=400";
  const path = url.length > longestTarget ? shortened(url) : url;
  const onward = request(prism, { method, path, headers, agent }, (answer) => {
    const { connection: _connection, ...passed } = answer.headers;
    outgoing.writeHead(answer.statusCode ?? 500, passed);
    answer.pipe(outgoing);
  });
  onward.on("error", () => outgoing.destroy());
  onward.end(body);
}

function shortened(url: string): string {
  const [path = ""] = url.split("?");
  const segments = path.split("/").map((segment) => segment.slice(0, longestSegment));
  return segments.join("/").slice(0, longestTarget);
}

function readable(body: Buffer, type = ""): Buffer {
  if (body.length > longestBody) return unreadable;
  if (body.length === 0 || !/^application\/([^;]+\+)?json\b/i.test(type)) return body;
  try {
    JSON.parse(body.toString());
    return body;
  } catch {
    return unreadable;
  }
}
