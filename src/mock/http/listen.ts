import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { CsbsConfigError } from "../../errors.ts";

/** @throws CsbsConfigError if the port is invalid, taken, or not allowed. */
export async function listen(server: Server, port: number, host: string): Promise<AddressInfo> {
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new CsbsConfigError("port must be a whole number from 0 to 65535; 0 takes a free one");
  }
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error) => reject(listenError(String(error), host, port)));
    server.listen(port, host, resolve);
  });
  return server.address() as AddressInfo;
}

function listenError(reason: string, host: string, port: number): CsbsConfigError {
  const place = `port ${port} on ${host}`;
  if (reason.includes("EADDRINUSE")) {
    return new CsbsConfigError(`${place} is taken; stop what listens there or choose another port`);
  }
  if (reason.includes("EACCES")) {
    return new CsbsConfigError(`${place} is not allowed to this user; choose a port above 1023`);
  }
  return new CsbsConfigError(`the mock cannot listen on ${place} (${reason})`);
}
