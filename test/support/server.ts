import { createServer, type IncomingHttpHeaders, type RequestListener } from "node:http";
import { type AddressInfo, createServer as createSocketServer } from "node:net";
import { onTestFinished } from "vitest";

/** A request as it arrived, byte for byte where it matters. */
export interface Arrived {
  method: string;
  /** Path and query as on the request line. */
  target: string;
  headers: IncomingHttpHeaders;
  body: string;
}

/** Starts a server on a free port until the running test has finished; resolves to its URL. */
export async function startServer(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Headers that concern one connection, which a request that is passed on must not have. */
const ofTheConnection = [
  "host",
  "connection",
  "upgrade",
  "http2-settings",
  "transfer-encoding",
  "content-length",
];

/** Passes every request on to the mock, with headers more where told to, and keeps what arrived. */
export async function startRecorder(
  target: string,
  more: (request: Arrived) => Record<string, string> = () => ({}),
): Promise<{ url: string; requests: Arrived[] }> {
  const requests: Arrived[] = [];
  const url = await startServer(async (incoming, outgoing) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const { method = "", url: path = "", headers } = incoming;
    const body = Buffer.concat(chunks).toString();
    const request = { method, target: path, headers, body };
    requests.push(request);
    const passed = Object.entries(headers).filter(([name]) => !ofTheConnection.includes(name));
    const response = await fetch(target + path, {
      method,
      headers: { ...(Object.fromEntries(passed) as Record<string, string>), ...more(request) },
      ...(body === "" ? {} : { body }),
    });
    const returned = [...response.headers].filter(([name]) => !ofTheConnection.includes(name));
    outgoing.writeHead(response.status, Object.fromEntries(returned));
    outgoing.end(await response.text());
  });
  return { url, requests };
}

/** Starts a server that responds with every connection with these bytes, as they are, and ends it. */
export async function startSocketServer(bytes: () => Uint8Array): Promise<string> {
  const server = createSocketServer((socket) => {
    socket.on("error", () => socket.destroy());
    socket.once("data", () => socket.end(bytes()));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
