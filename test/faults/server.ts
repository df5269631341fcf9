import { type AddressInfo, createServer, type Socket } from "node:net";
import { anyResponse } from "./any-response.ts";
import { type Play, response } from "./wire.ts";

/** What arrived of a fault. */
export interface Arrived {
  requests: number;
  /** Whether a redirect was followed. */
  followed: boolean;
}

/**
 * Starts a server of raw sockets. The first segment of a path is a run, the second the fault that
 * plays. `ok` responds as the service does, `fuzz-7` with the seventh of the random responses.
 */
export async function startFaults(plays: Record<string, Play>, seed: number) {
  const arrived = new Map<string, Arrived>();
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    socket.on("error", () => socket.destroy());
    socket.setNoDelay(true);
    let received = Buffer.alloc(0);
    socket.on("data", (chunk) => {
      received = Buffer.concat([received, chunk]);
      const end = received.indexOf("\r\n\r\n");
      if (end === -1) return;
      const text = received.subarray(0, end).toString("latin1");
      const size = Number(/content-length: *(\d+)/i.exec(text)?.[1] ?? 0);
      if (received.length < end + 4 + size) return;
      const body = received.subarray(end + 4, end + 4 + size).toString();
      received = received.subarray(end + 4 + size);
      respond(socket, text, body);
    });
  });

  function respond(socket: Socket, text: string, body: string): void {
    const [method = "", path = ""] = text.split(" ");
    const [, run = "", fault = "", ...rest] = path.split("/");
    const key = `${run}/${fault}`;
    const state = arrived.get(key) ?? { requests: 0, followed: false };
    arrived.set(key, state);
    state.requests++;
    if (rest[0] === "followed") state.followed = true;
    const random = /^fuzz-(\d+)$/.exec(fault)?.[1];
    const play = plays[fault];
    if (random !== undefined) anyResponse(seed + Number(random), socket);
    else if (play === undefined) socket.end(response(200));
    else
      void play({ socket, method, target: rest.join("/"), body, nth: state.requests, base: `${url}/${key}` });
  }

  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    arrivedAt: (run: string, fault: string) => arrived.get(`${run}/${fault}`),
    async stop() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
