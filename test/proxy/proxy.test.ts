import { once } from "node:events";
import { request } from "node:http";
import { connect } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { brotliCompressSync } from "node:zlib";
import { describe, expect, inject, test } from "vitest";
import { projectId, testClient } from "../support/client.ts";
import { sendRaw } from "../support/raw.ts";
import { startServer } from "../support/server.ts";
import { proxyOf } from "./support.ts";

const path = `/v1/${projectId}/checkpoint_items/count`;

describe("forwarding", () => {
  test("leaves method, target, headers and body of a request as they are, besides Host", async () => {
    const arrived: { line: string; headers: string[]; body: string }[] = [];
    const target = await startServer(async (incoming, outgoing) => {
      let body = "";
      for await (const chunk of incoming) body += chunk;
      arrived.push({ line: `${incoming.method} ${incoming.url}`, headers: incoming.rawHeaders, body });
      outgoing.end();
    });
    const { url } = await proxyOf(`${target}/base/`);
    const headers = "X-Auth-Token: any\r\nX-Twice: 1\r\nx-twice: 2\r\nAccept: */*\r\n";
    const sent = `POST ${path}?a=%2f&b HTTP/1.1\r\nHost: localhost\r\n${headers}Connection: close, x-hop\r\nX-Hop: 1\r\nContent-Length: 2\r\n\r\n{}`;
    await sendRaw(url, sent);
    expect(arrived).toEqual([
      {
        line: `POST /base${path}?a=%2f&b`,
        headers: [
          "Host",
          new URL(target).host,
          "X-Auth-Token",
          "any",
          "X-Twice",
          "1",
          "x-twice",
          "2",
          "Accept",
          "*/*",
          "Content-Length",
          "2",
          "Connection",
          "keep-alive",
        ],
        body: "{}",
      },
    ]);
  });

  test.each(["POST", "PUT", "DELETE", "GET", "PATCH"])("%s without a body has none", async (method) => {
    const target = await startServer((incoming, outgoing) =>
      outgoing.end(incoming.headers["transfer-encoding"] ?? "none"),
    );
    const { url } = await proxyOf(target);
    const { responses } = await sendRaw(
      url,
      `${method} / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`,
    );
    expect(responses[0]?.body).toContain("none");
  });

  test("leaves status, reason, headers and body of a response as they are", async () => {
    const body = brotliCompressSync("a response");
    const target = await startServer((_, outgoing) => {
      outgoing.sendDate = false;
      outgoing.writeHead(299, "Rather fine", [
        "Set-Cookie",
        "a=1",
        "Set-Cookie",
        "b=2",
        "content-encoding",
        "br",
        "Content-Length",
        String(body.length),
      ]);
      outgoing.end(body);
    });
    const { url } = await proxyOf(target);
    const [sent] = await Promise.all([
      new Promise<{ status: unknown; headers: string[]; body: Buffer }>((resolve, reject) => {
        request(url + path, (response) => {
          const chunks: Buffer[] = [];
          response.on("data", (chunk: Buffer) => chunks.push(chunk));
          response.on("end", () =>
            resolve({
              status: [response.statusCode, response.statusMessage],
              headers: response.rawHeaders,
              body: Buffer.concat(chunks),
            }),
          );
        })
          .on("error", reject)
          .end();
      }),
    ]);
    expect(sent.status).toEqual([299, "Rather fine"]);
    expect(sent.headers.slice(0, 8)).toEqual([
      "Set-Cookie",
      "a=1",
      "Set-Cookie",
      "b=2",
      "content-encoding",
      "br",
      "Content-Length",
      String(body.length),
    ]);
    expect(sent.headers).not.toContain("Date");
    expect(sent.body.equals(body)).toBe(true);
  });

  test("streams: each part of a response arrives before the next is sent", async () => {
    let next: () => void = () => {};
    const target = await startServer(async (_, outgoing) => {
      for (const part of ["one", "two", "three"]) {
        outgoing.write(part);
        await new Promise<void>((resolve) => {
          next = resolve;
        });
      }
      outgoing.end();
    });
    const { url } = await proxyOf(target);
    const response = await fetch(url + path);
    const parts: string[] = [];
    for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
      parts.push(Buffer.from(chunk).toString());
      next();
    }
    expect(parts).toEqual(["one", "two", "three"]);
  });

  test("passes bodies larger than the limit of inspection, and says that it did not inspect them", async () => {
    const large = Buffer.alloc(3 * 2 ** 20, "x");
    const target = await startServer((incoming, outgoing) => incoming.pipe(outgoing));
    const proxy = await proxyOf(target);
    const response = await fetch(`${proxy.url}/v1/${projectId}/policies`, { method: "POST", body: large });
    expect(Buffer.from(await response.arrayBuffer()).equals(large)).toBe(true);
    await expect.poll(() => proxy.report().calls).toMatchObject({ total: 1, inspected: 0, tooLarge: 1 });
  });

  test("asks the service whether it wants a body", async () => {
    const target = await startServer((incoming, outgoing) => incoming.pipe(outgoing));
    const { url } = await proxyOf(target);
    const sent = request(url + path, { method: "POST", headers: { expect: "100-continue" } });
    sent.flushHeaders();
    await once(sent, "continue");
    sent.end("body");
    const [response] = await once(sent, "response");
    expect(response.statusCode).toBe(200);
    response.resume();
  });
});

describe("connections that are cut", () => {
  test.each([
    ["before the headers", (socket: { destroy(): void }) => socket.destroy()],
    [
      "in the body",
      (socket: { write(text: string, done: () => void): void; destroy(): void }) =>
        socket.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\npart", () => socket.destroy()),
    ],
    [
      "by bytes that are not HTTP",
      (socket: { write(text: string, done: () => void): void; destroy(): void }) =>
        socket.write("%%%\r\n\r\n", () => {}),
    ],
  ])("%s by the service are cut for the client", async (_, cut) => {
    const target = await startServer(({ socket }) => cut(socket as never));
    const proxy = await proxyOf(target);
    await expect(fetch(proxy.url + path).then((response) => response.text())).rejects.toThrow();
    await expect
      .poll(() => proxy.lines)
      .toEqual([expect.stringMatching(/^countBackups cut by the service \(\w+\), \d+ ms$/)]);
    expect(proxy.report()).toMatchObject({ calls: { total: 1, cut: 1 }, deviations: [] });
  });

  test("by the client are cut for the service", async () => {
    let closed = false;
    const target = await startServer((_, outgoing) => {
      outgoing.write("part");
      outgoing.on("close", () => {
        closed = true;
      });
    });
    const proxy = await proxyOf(target);
    const controller = new AbortController();
    const response = await fetch(proxy.url + path, { signal: controller.signal });
    controller.abort();
    await expect(response.text()).rejects.toThrow();
    await expect.poll(() => closed).toBe(true);
    await expect.poll(() => proxy.lines[0]).toMatch(/^countBackups cut by the client/);
  });

  test("a service that cannot be reached closes the connection of the client, with the reason in the log", async () => {
    const proxy = await proxyOf("http://127.0.0.1:9");
    const { error, responses } = await sendRaw(proxy.url, `GET ${path} HTTP/1.1\r\nHost: localhost\r\n\r\n`);
    expect([responses, error]).toEqual([[], error]);
    expect(proxy.lines[0]).toMatch(/^countBackups cut by the service \(ECONNREFUSED\)/);
  });

  test("under load, while both sides cut, the proxy goes on", async () => {
    let calls = 0;
    const target = await startServer(async (incoming, outgoing) => {
      calls++;
      if (calls % 5 === 0) return incoming.socket.destroy();
      outgoing.setHeader("content-type", "application/json");
      outgoing.write('{"count":');
      await pause(calls % 7);
      if (calls % 11 === 0) return outgoing.destroy();
      outgoing.end("1}");
    });
    const proxy = await proxyOf(target);
    const results = await Promise.allSettled(
      Array.from({ length: 400 }, async (_, index) => {
        const signal = index % 9 === 0 ? AbortSignal.timeout(5) : null;
        const response = await fetch(proxy.url + path, { signal });
        return response.json();
      }),
    );
    const fulfilled = results.filter(({ status }) => status === "fulfilled").length;
    expect(fulfilled).toBeGreaterThan(50);
    await expect.poll(() => proxy.report().calls.total).toBeGreaterThanOrEqual(fulfilled);
    expect(proxy.report()).toMatchObject({ deviations: [], calls: { failed: 0 } });
    await expect(
      fetch(proxy.url + path)
        .then((response) => response.status)
        .catch(() => 0),
    ).resolves.toBeLessThan(201);
  });

  test("by the client are cut for each of several requests that arrived together", async () => {
    const sockets = new Set<{ destroyed: boolean }>();
    // It never responds.
    const target = await startServer(({ socket }) => sockets.add(socket));
    const proxy = await proxyOf(target);
    const socket = connect(Number(new URL(proxy.url).port), "127.0.0.1");
    socket.write(`GET ${path} HTTP/1.1\r\nHost: localhost\r\n\r\n`.repeat(3));
    await expect.poll(() => sockets.size).toBe(1);
    socket.destroy();
    await expect.poll(() => proxy.report().calls.cut).toBe(3);
    await pause(100);
    expect([...sockets].filter(({ destroyed }) => !destroyed)).toEqual([]);
  });

  test("requests that cannot be read end their connection only", async () => {
    const proxy = await proxyOf(inject("mockUrl"));
    await sendRaw(proxy.url, "no HTTP\r\n\r\n");
    const socket = connect(Number(new URL(proxy.url).port), "127.0.0.1");
    socket.write(`POST ${path} HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\npart`);
    await pause(50);
    socket.destroy();
    await expect(testClient({ endpoint: proxy.url }).countBackups()).resolves.toEqual({
      count: expect.any(Number),
    });
  });
});

describe("inspection", () => {
  test("reports a deviation while the client gets the response as it is", async () => {
    const target = await startServer((_, outgoing) => {
      outgoing.writeHead(200, { "content-type": "application/json" }).end('{"count":"12","name":"db-01"}');
    });
    const proxy = await proxyOf(target);
    await expect((await fetch(proxy.url + path)).text()).resolves.toBe('{"count":"12","name":"db-01"}');
    await expect
      .poll(() => proxy.lines)
      .toEqual([expect.stringMatching(/^countBackups 200, \d+ ms; 2 deviations$/)]);
    expect(proxy.report().deviations.map(({ pointer }) => pointer)).toEqual(["/count", "/name"]);
  });

  test("that fails changes nothing of the traffic", async () => {
    const record = () => {
      throw new Error("disk full");
    };
    const proxy = await proxyOf(inject("mockUrl"), { record });
    await expect(testClient({ endpoint: proxy.url }).countBackups()).resolves.toEqual({
      count: expect.any(Number),
    });
    await expect.poll(() => proxy.report().calls.failed).toBe(1);
  });
});

test.each([
  ["a foreign Host", { host: "csbs.example.com" }],
  ["a foreign Origin", { origin: "https://example.com" }],
  ["the Origin of a file", { origin: "null" }],
])("%s is refused, and nothing is forwarded", async (_, headers) => {
  let arrived = 0;
  const target = await startServer((_incoming, outgoing) => {
    arrived++;
    outgoing.end();
  });
  const { url } = await proxyOf(target);
  const sent = request(url + path, { headers }).end();
  const [response] = await once(sent, "response");
  response.resume();
  expect([response.statusCode, arrived]).toEqual([403, 0]);
});

test("a client that names the service, as to an HTTP proxy, reaches it with this name", async () => {
  const hosts: (string | undefined)[] = [];
  const target = await startServer(({ headers }, outgoing) => {
    hosts.push(headers.host);
    outgoing.end();
  });
  const { host } = new URL(target);
  const { url } = await proxyOf(target);
  await sendRaw(url, `GET http://${host}${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
  await sendRaw(
    url,
    `GET http://other.example${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`,
  );
  expect(hosts).toEqual([host]);
});

test("listens on 127.0.0.1 only", async () => {
  const { url } = await proxyOf("http://127.0.0.1:9");
  expect(new URL(url).hostname).toBe("127.0.0.1");
  const socket = connect(Number(new URL(url).port), "127.0.0.2");
  const [error] = await once(socket, "error");
  expect(error.code).toBe("ECONNREFUSED");
});
