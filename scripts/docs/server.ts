import { readFile } from "node:fs/promises";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";

const types: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".yaml": "application/yaml",
  ".svg": "image/svg+xml",
  ".md": "text/markdown; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".xml": "application/xml",
};

export interface StaticServer {
  url: string;
  /** Tells every open page to load again. */
  reload(): void;
  stop(): Promise<void>;
}

/** Serves a folder as any host of plain files does, under a path such as `/` or `/csbs/`. */
export async function serveFolder(folder: string, { port = 0, base = "/" } = {}): Promise<StaticServer> {
  const listeners = new Set<ServerResponse>();
  const server = createServer(async (request, response) => {
    const pathname = pathOf(request.url ?? "/");
    if (pathname === `${base}reload`) {
      response.writeHead(200, { "Content-Type": "text/event-stream" }).flushHeaders();
      listeners.add(response);
      response.once("close", () => listeners.delete(response));
      return;
    }
    const path = pathname?.startsWith(base) ? pathname.slice(base.length) : undefined;
    const found = path === undefined ? undefined : await readPage(folder, path);
    response.writeHead(found === undefined ? 404 : 200, {
      "Content-Type": types[found?.ending ?? ".html"] ?? "application/octet-stream",
      "Cache-Control": "no-cache",
    });
    response.end(found?.content ?? (await readFile(join(folder, "404.html"))));
  });
  await new Promise<void>((listening, failed) => {
    server.once("error", failed).listen(port, "127.0.0.1", listening);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${base}`,
    reload: () => {
      for (const listener of listeners) listener.write("data: changed\n\n");
    },
    stop: () =>
      new Promise((stopped) => {
        server.close(() => stopped());
        server.closeAllConnections();
      }),
  };
}

/** The decoded path of a request; undefined if it is invalid, as `/%zz` and `http://[` are. */
function pathOf(target: string): string | undefined {
  const [path = ""] = target.split(/[?#]/, 1);
  try {
    return decodeURIComponent(path.startsWith("/") ? path : new URL(path).pathname);
  } catch {
    return undefined;
  }
}

async function readPage(
  folder: string,
  path: string,
): Promise<{ content: Buffer; ending: string } | undefined> {
  const wanted = normalize(`/${path}`);
  const file = join(folder, wanted.endsWith("/") ? `${wanted}index.html` : wanted);
  try {
    return { content: await readFile(file), ending: extname(file) };
  } catch {
    return undefined;
  }
}
