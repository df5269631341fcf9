import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createCsbsClient, token } from "../../src/index.ts";
import { measure, type Result, wallTime } from "./measure.ts";

export type ProxyFigures = Record<"direct" | "through csbs proxy", Result>;

/** Time of a call over loopback, and of the same call through the proxy, which is a process of its own. */
export async function measureProxy(): Promise<ProxyFigures> {
  const server = fork(join(import.meta.dirname, "server.ts"));
  const [port] = await once(server, "message");
  const target = `http://127.0.0.1:${port}`;
  const proxy = fork(join(import.meta.dirname, "proxy-server.ts"), [target]);
  try {
    const [url] = await once(proxy, "message");
    const runs = Object.entries({ direct: target, "through csbs proxy": String(url) }).map(
      ([name, endpoint]) => {
        const csbs = createCsbsClient({
          endpoint,
          projectId: "0605767e8d80d55d2f69c0189071bcbc",
          auth: token("any"),
        });
        const run = async (times: number) => {
          for (let done = 0; done < times; done++) await csbs.countBackups({ status: "error" });
        };
        return [name, run] as const;
      },
    );
    const entries = Object.fromEntries(runs) as Record<keyof ProxyFigures, (times: number) => Promise<void>>;
    return await measure(entries, { rounds: 21, times: 100, clock: wallTime });
  } finally {
    proxy.disconnect();
    server.disconnect();
  }
}

/** Nanoseconds that the proxy adds to a call. */
export function overheadOf(figures: ProxyFigures): number {
  return figures["through csbs proxy"].each - figures.direct.each;
}
