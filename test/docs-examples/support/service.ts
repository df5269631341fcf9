import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { pagedOperations } from "../../../generated/operations.ts";

type Item = Record<string, unknown>;

/** The mock, with what a walk through the docs needs of a service: filters, ends of lists, and IAM. */
export interface Service {
  url: string;
  stop(): Promise<void>;
}

const lists = Object.values(pagedOperations).map(({ items }) => items as string);

/**
 * Passes requests on to the mock. Of a list it leaves what the filters leave and what follows the
 * marker; a backup whose record was deleted responds with 404 once; it hands out tokens as IAM does, and takes what
 * a webhook takes.
 */
export async function startService(mock: string): Promise<Service> {
  const deleted = new Set<unknown>();
  const server = createServer(async (incoming, outgoing) => {
    const { method = "GET", url: target = "/" } = incoming;
    const body = await bodyOf(incoming);
    const response =
      target === "/v3/auth/tokens"
        ? tokenOf()
        : target === "/backups"
          ? new Response(null, { status: 204 })
          : await ask({ mock, target, method, incoming, body }, deleted);
    outgoing.writeHead(response.status, Object.fromEntries(response.headers));
    outgoing.end(await response.text());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

interface Asked {
  mock: string;
  target: string;
  method: string;
  incoming: IncomingMessage;
  body: string;
}

async function ask({ mock, target, method, incoming, body }: Asked, deleted: Set<unknown>) {
  const headers = new Headers();
  for (const name of ["content-type", "x-auth-token", "authorization", "prefer"]) {
    const value = incoming.headers[name];
    if (typeof value === "string") headers.set(name, value);
  }
  const send = () => fetch(mock + target, { method, headers, ...(body === "" ? {} : { body }) });
  const response = await send();
  const text = await response.text();
  const url = new URL(target, mock);
  if (method === "DELETE") deleted.add(url.pathname.split("/").at(-1));
  const value = response.ok && text !== "" ? (JSON.parse(text) as Item) : undefined;
  const record = (value?.checkpoint_item as Item | undefined)?.checkpoint_id;
  if (deleted.delete(record)) {
    headers.set("prefer", "code=404");
    return send();
  }
  if (value === undefined || method !== "GET") return plain(response, text);
  for (const name of lists) {
    if (Array.isArray(value[name])) value[name] = narrowed(value[name] as Item[], url.searchParams);
  }
  return plain(response, JSON.stringify(value));
}

/** Items that have another value in a field of a filter's name are left out, and those up to the marker. */
function narrowed(items: Item[], filters: URLSearchParams): Item[] {
  const after = items.findIndex(({ id }) => id === filters.get("marker")) + 1;
  return items
    .slice(after)
    .filter((item) => [...filters].every(([name, value]) => name === "name" || isLike(item[name], value)));
}

function isLike(held: unknown, asked: string): boolean {
  return held === undefined || held === asked;
}

function plain({ status, headers }: Response, text: string): Response {
  const empty = status === 204;
  return new Response(empty ? null : text, {
    status,
    headers: { "content-type": headers.get("content-type") ?? "application/json" },
  });
}

function tokenOf(): Response {
  const expires_at = new Date(Date.now() + 86_400_000).toISOString();
  return Response.json({ token: { expires_at } }, { status: 201, headers: { "X-Subject-Token": "a-token" } });
}

async function bodyOf(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

/** Hosts that the docs name stand for the service that runs here. */
const named =
  /^https?:\/\/(csbs\.[a-z0-9-]+\.(otc\.t-systems\.com|myhuaweicloud\.com)|iam\.[a-z0-9-]+\.(otc\.t-systems\.com|myhuaweicloud\.com)|127\.0\.0\.1:4010|hooks\.example\.com)(?=\/|$)/;

export function routed(url: string, service: string): string {
  return url.replace(named, service);
}

/** A fetch that asks the service here instead of the hosts that the docs name. */
export function routedFetch(service: string, original = globalThis.fetch): typeof globalThis.fetch {
  return async (input, init) => {
    if (input instanceof Request) return original(new Request(routed(input.url, service), input), init);
    const asked = String(input);
    const response = await original(routed(asked, service), init);
    return Object.defineProperty(response, "url", { value: asked });
  };
}
