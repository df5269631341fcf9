import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { join } from "node:path";
import { root } from "../support/process.ts";
import { type DescriptionFile, pathOf } from "./description-files.ts";

/** A prism-cli as anyone installs it, in a process of its own. */
export interface StockPrism {
  url: string;
  stop(): Promise<void>;
}

const startTimeout = 60_000;

/** Runs `prism mock` on a file of generated/, on a free port; resolves when it listens. */
export async function startStockPrism(file: DescriptionFile, { dynamic = false } = {}): Promise<StockPrism> {
  const port = String(await freePort());
  const command = ["mock", "--port", port, pathOf(file), ...(dynamic ? ["--dynamic"] : [])];
  const child = spawn(process.execPath, [join(root, "node_modules/.bin/prism"), ...command], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  await listening(child);
  return {
    url: `http://127.0.0.1:${port}`,
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill();
      await once(child, "exit");
    },
  };
}

/** Prism cannot say which port it took when asked for any. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

/** Prism's output must be read to its end: a full pipe would stop it. */
function listening(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let output = "";
    const late = setTimeout(() => fail("did not start in time"), startTimeout);
    const fail = (reason: string) => {
      clearTimeout(late);
      child.kill();
      reject(new Error(`prism-cli ${reason}\n${output}`));
    };
    child.once("error", (error) => fail(error.message));
    child.once("exit", (code) => fail(`ended with ${code}`));
    child.stderr?.on("data", (chunk) => {
      output = (output + chunk).slice(-10_000);
    });
    child.stdout?.on("data", (chunk) => {
      output = (output + chunk).slice(-10_000);
      if (!output.includes("Prism is listening")) return;
      clearTimeout(late);
      resolve();
    });
  });
}
