import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";

const run = promisify(execFile);

/** Whether this machine has curl. */
export async function hasCurl(): Promise<boolean> {
  return run("curl", ["--version"]).then(
    () => true,
    () => false,
  );
}

/** How to send what a line of curl asks for; with `mayFail`, a response of 400 and above is what the line shows. */
export type Send = (args: string[], mayFail: boolean) => Promise<string>;

/** Runs the real curl; its own progress is kept out of what it prints. */
export const realCurl: Send = async (args, mayFail) => {
  const { stdout } = await run("curl", ["--silent", "--show-error", ...(mayFail ? [] : ["--fail"]), ...args]);
  return stdout;
};

interface Order {
  method: string | undefined;
  headers: [string, string][];
  body: string | undefined;
  url: string | undefined;
  inQuery: string[];
  get: boolean;
  head: boolean;
}

/** Sends by fetch what curl would send. It knows the options that the docs use, and throws on others. */
export const likeCurl: Send = async (args, mayFail) => {
  const { method, headers, body, url, inQuery, get, head } = await readOrder(args);
  if (url === undefined) throw new Error("curl: no URL");
  const query = get ? inQuery.join("&") : "";
  const joined = query === "" ? url : `${url}${url.includes("?") ? "&" : "?"}${query}`;
  const response = await fetch(joined, {
    method: method ?? (body === undefined ? "GET" : "POST"),
    headers,
    ...(body === undefined ? {} : { body }),
  });
  if (!mayFail && !response.ok) throw new Error(`curl: responded ${response.status}`);
  const lines = [
    `HTTP/1.1 ${response.status}`,
    ...[...response.headers].map(([name, value]) => `${name}: ${value}`),
  ];
  return `${head ? `${lines.join("\r\n")}\r\n\r\n` : ""}${await response.text()}`;
};

async function readOrder(args: string[]): Promise<Order> {
  const order: Order = {
    method: undefined,
    headers: [],
    body: undefined,
    url: undefined,
    inQuery: [],
    get: false,
    head: false,
  };
  const queue = [...args];
  for (let arg = queue.shift(); arg !== undefined; arg = queue.shift()) {
    if (arg === "-s" || arg === "--silent") continue;
    if (arg === "-i") order.head = true;
    else if (arg === "-G" || arg === "--get") order.get = true;
    else if (arg === "-X") order.method = queue.shift();
    else if (arg === "-H") {
      const [name = "", ...value] = (queue.shift() ?? "").split(":");
      order.headers.push([name, value.join(":").trim()]);
    } else if (arg === "-d") {
      const data = queue.shift() ?? "";
      order.body = data.startsWith("@")
        ? (await readFile(data.slice(1), "utf8")).replace(/[\r\n]/g, "")
        : data;
    } else if (arg === "--data-urlencode") {
      const [name = "", ...value] = (queue.shift() ?? "").split("=");
      order.inQuery.push(`${name}=${encodeURIComponent(value.join("="))}`);
    } else if (arg.startsWith("-")) throw new Error(`curl: ${arg} is not known here`);
    else order.url = arg;
  }
  return order;
}
