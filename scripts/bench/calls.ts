import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import type { BuiltClient, ClientName, Target } from "./clients.ts";
import { type Clock, measure, processorTime, type Result, type Run, wallTime } from "./measure.ts";

type Built = Record<ClientName, BuiltClient>;
type Results = Record<ClientName, Result>;

const account = { projectId: "0605767e8d80d55d2f69c0189071bcbc", token: "0123456789abcdef".repeat(16) };

/**
 * Processor time of a call whose fetch responds at once: what a client adds of its own. The bare one
 * builds its URL, calls the same stub, and reads the same kind of response.
 */
export function measureStubbed(built: Built): Promise<Results> {
  const fetch = async () => new Response('{"count":10}', { headers: { "Content-Type": "application/json" } });
  const target = { ...account, endpoint: "https://csbs.example.com", fetch };
  return measureCalls(built, target, { rounds: 41, times: 500, clock: processorTime });
}

/** Time of a call to a server on this machine, over a connection that is kept. */
export async function measureLoopback(built: Built): Promise<Results> {
  const server = fork(join(import.meta.dirname, "server.ts"));
  try {
    const [port] = await once(server, "message");
    const target = { ...account, endpoint: `http://127.0.0.1:${port}` };
    return await measureCalls(built, target, { rounds: 41, times: 100, clock: wallTime });
  } finally {
    server.disconnect();
  }
}

async function measureCalls(
  built: Built,
  target: Target,
  effort: { rounds: number; times: number; clock: Clock },
): Promise<Results> {
  const entries: Record<string, Run> = {};
  for (const [name, { create }] of Object.entries(built)) {
    const count = create(target);
    const found = await count({ status: "error" });
    if (found !== 10) throw new Error(`${name} counted ${found} instead of 10`);
    entries[name] = async (times) => {
      for (let done = 0; done < times; done++) await count({ status: "error" });
    };
  }
  return measure(entries, effort) as Promise<Results>;
}
