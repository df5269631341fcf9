import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { type AddressInfo, connect, createServer } from "node:net";
import { join } from "node:path";
import { measure, type Result, type Run, wallTime } from "./measure.ts";

const root = join(import.meta.dirname, "../..");

export const mockNames = ["prism-cli", "csbs mock"] as const;
export type MockName = (typeof mockNames)[number];

export interface MockFigures {
  /** A request, of several connections at once; the ratio is to the first. */
  requests: Record<MockName, Result>;
  /** From the start of the process to the first response. */
  ready: Record<MockName, Result>;
  /** startMock() in a process that has started one before. */
  second: number;
  /** `csbs count --mock`, from start to end. */
  count: number;
}

const programs: Record<MockName, (port: number) => string[]> = {
  "prism-cli": (port) => [
    "node_modules/@stoplight/prism-cli/dist/index.js",
    "mock",
    "-p",
    String(port),
    "generated/openapi.yaml",
  ],
  "csbs mock": (port) => ["dist/cli/main.js", "mock", "--quiet", "--port", String(port)],
};

const path = "/v1/0605767e8d80d55d2f69c0189071bcbc";
const head = "HTTP/1.1\r\nHost: localhost\r\nX-Auth-Token: any\r\nAccept: application/json\r\n";
const body = '{"protect":{"backup_name":"bench"}}';
const action =
  "providers/fc4d5750-22e7-4798-8a46-f48f62c4c1da/resources/9422f270-6fcf-4ba2-9319-a007f2f63a8e/action";
/** What clients send: two reads, one write, and one request that is refused. */
const mix = [
  `GET ${path}/checkpoint_items/count?status=error ${head}\r\n`,
  `GET ${path}/checkpoint_items?limit=10&resource_type=OS%3A%3ANova%3A%3AServer ${head}\r\n`,
  `POST ${path}/${action} ${head}Content-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
  `GET ${path}/checkpoint_items/count?status=broken ${head}\r\n`,
];

/** The built mock beside stock prism-cli, both by this Node, on the same description. */
export async function measureMocks(): Promise<MockFigures> {
  if (!existsSync(join(root, "dist/engine.cjs")))
    throw new Error("there is no dist/; run npm run build first");
  const running = await startBoth();
  try {
    const load = Object.fromEntries(mockNames.map((name) => [name, loadOn(running[name].port)])) as Record<
      MockName,
      Run
    >;
    const requests = await measure(load, { rounds: 15, times: 1000, clock: wallTime });
    const starts = Object.fromEntries(mockNames.map((name) => [name, startOnce(name)])) as Record<
      MockName,
      Run
    >;
    return {
      requests,
      ready: await measure(starts, { rounds: 5, times: 1, clock: wallTime }),
      second: await measureSecond(),
      count: (
        await measure(
          { count: () => ended(spawnNode(["dist/cli/main.js", "count", "--mock"])) },
          { rounds: 5, times: 1, clock: wallTime },
        )
      ).count.each,
    };
  } finally {
    for (const { child } of Object.values(running)) child.kill("SIGKILL");
  }
}

async function startBoth(): Promise<Record<MockName, { child: ChildProcess; port: number }>> {
  const started = mockNames.map(async (name) => [name, await start(name)] as const);
  return Object.fromEntries(await Promise.all(started)) as Record<
    MockName,
    { child: ChildProcess; port: number }
  >;
}

function startOnce(name: MockName): Run {
  return async () => {
    const { child } = await start(name);
    child.kill("SIGKILL");
    await once(child, "exit");
  };
}

/** Resolves when the mock has given its first response. */
async function start(name: MockName): Promise<{ child: ChildProcess; port: number }> {
  const port = await freePort();
  const child = spawnNode(programs[name](port));
  for (;;) {
    if (child.exitCode !== null) throw new Error(`${name} has ended with ${child.exitCode}`);
    const isReady = await send(port, [mix[0] as string]).then(
      () => true,
      () => false,
    );
    if (isReady) return { child, port };
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

function spawnNode(args: string[]): ChildProcess {
  return spawn(process.execPath, args, { cwd: root, stdio: "ignore" });
}

async function ended(child: ChildProcess): Promise<void> {
  const [code] = await once(child, "exit");
  if (code !== 0) throw new Error(`the program has ended with ${code}`);
}

const connections = 8;

function loadOn(port: number): Run {
  return async (times) => {
    const requests = Array.from(
      { length: times / connections },
      (_, index) => mix[index % mix.length] as string,
    );
    await Promise.all(Array.from({ length: connections }, () => send(port, requests)));
  };
}

/** Sends requests one after the other over one connection. A client of less work leaves more to the mocks. */
function send(port: number, requests: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1");
    let received = "";
    let done = 0;
    socket.on("error", reject);
    socket.on("close", () => reject(new Error("the mock has closed the connection")));
    socket.on("connect", () => socket.write(requests[0] as string));
    socket.on("data", (chunk) => {
      received += chunk.toString("latin1");
      const end = received.indexOf("\r\n\r\n");
      const length = /\r\ncontent-length: (\d+)/i.exec(received)?.[1];
      if (end === -1 || received.length < end + 4 + Number(length)) return;
      received = "";
      done += 1;
      if (done < requests.length) {
        socket.write(requests[done] as string);
        return;
      }
      socket.removeAllListeners("close").destroy();
      resolve();
    });
  });
}

async function measureSecond(): Promise<number> {
  const { startMock } = (await import(join(root, "dist/mock.js"))) as typeof import("../../src/mock.ts");
  const first = await startMock();
  const second = async () => {
    await (await startMock()).stop();
  };
  const { each } = (await measure({ second }, { rounds: 5, times: 1, clock: wallTime })).second;
  await first.stop();
  return each;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
