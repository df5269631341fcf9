import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer as createHttpServer, type RequestListener } from "node:http";
import { createServer } from "node:https";
import { type AddressInfo, connect, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { chooseProxy } from "../../src/cli/connection/proxy.ts";
import selfSigned from "../client/tls/self-signed.json" with { type: "json" };
import { projectId } from "../support/client.ts";
import { runScript, startScript } from "../support/process.ts";
import { startServer } from "../support/server.ts";

const responds: RequestListener = ({ url }, response) => {
  const projects = [{ id: projectId, name: "eu-de_shop" }];
  response.writeHead(200, { "content-type": "application/json" });
  response.end(JSON.stringify(url === "/v3/auth/projects" ? { projects } : { count: 3 }));
};

/** Listens on a free port. */
async function portOf(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  return (server.address() as AddressInfo).port;
}

/** The port of a service with a certificate for localhost, of an authority that Node does not know. */
const startTls = () => portOf(createServer(selfSigned, responds));

/** A proxy that tunnels every host to one port of this machine. */
async function startTunnel(port: number, authorization?: string) {
  const hosts: unknown[] = [];
  const server = createHttpServer().on("connect", (request, socket) => {
    hosts.push(request.url);
    if (request.headers["proxy-authorization"] !== authorization) {
      socket.end("HTTP/1.1 407 Proxy Authentication Required\r\n\r\n");
      return;
    }
    const tunnel = connect(port, "127.0.0.1");
    socket.write("HTTP/1.1 200 OK\r\n\r\n");
    socket.on("error", () => tunnel.destroy()).pipe(tunnel);
    tunnel.on("error", () => socket.destroy()).pipe(socket);
  });
  return { url: `http://127.0.0.1:${await portOf(server)}`, hosts };
}

/** A file in a folder of its own. */
async function fileOf(name: string, text: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "csbs-network-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, name), text);
  return join(folder, name);
}

const none = { NO_PROXY: "", no_proxy: undefined, HTTPS_PROXY: "", HTTP_PROXY: "", NODE_EXTRA_CA_CERTS: "" };
const count = (env: Record<string, string>, ...args: string[]) =>
  runScript("src/cli/main.ts", ["count", ...args], {
    ...none,
    OS_PROJECT_ID: projectId,
    OS_TOKEN: "any-token",
    ...env,
  });
/** localhost as a name that is not this machine for the choice of a proxy. */
const named = (port: number) => `https://localhost.:${port}`;

describe("a proxy of the environment", () => {
  test("carries requests to http:", async () => {
    const service = await startServer(responds);
    const { url, hosts } = await startTunnel(Number(new URL(service).port));
    const { code, stdout } = await count({ CSBS_ENDPOINT: "http://csbs.localhost", HTTP_PROXY: url });
    expect([code, stdout, hosts]).toEqual([0, "3\n", ["csbs.localhost:80"]]);
  });

  test("carries requests to https: and IAM, and gets its user and password", async () => {
    const port = await startTls();
    const { url, hosts } = await startTunnel(port, `Basic ${btoa("jane:pass word")}`);
    const { code, stdout } = await count({
      CSBS_ENDPOINT: named(port),
      OS_AUTH_URL: named(port),
      OS_PROJECT_ID: "",
      OS_PROJECT_NAME: "eu-de_shop",
      OS_CACERT: await fileOf("ca.pem", selfSigned.cert),
      https_proxy: url.replace("//", "//jane:pass%20word@"),
    });
    expect([code, stdout]).toEqual([0, "3\n"]);
    expect(new Set(hosts)).toEqual(new Set([`localhost.:${port}`]));
  });

  test("that refuses is an error without the password", async () => {
    const { url } = await startTunnel(1, "Basic other");
    const { code, stderr } = await count({
      CSBS_ENDPOINT: "https://csbs.example",
      HTTPS_PROXY: url.replace("//", "//jane:hunter2@"),
    });
    expect([code, stderr]).toEqual([1, expect.stringContaining("The proxy refused the connection.")]);
    expect(stderr).not.toMatch(/hunter2|amFuZ/);
  });

  test.each(["socks5://jane:hunter2@proxy:1080", "http://jane:hunter2@["])(
    "as %s is refused",
    async (value) => {
      const { code, stderr } = await count({ CSBS_ENDPOINT: "https://csbs.example", HTTPS_PROXY: value });
      expect([code, stderr]).toEqual([
        2,
        expect.stringContaining("HTTPS_PROXY is not the URL of an HTTP proxy"),
      ]);
      expect(stderr).not.toContain("hunter2");
    },
  );
});

describe("the file of authorities", () => {
  test("OS_CACERT is trusted", async () => {
    const { code, stdout, stderr } = await count({
      CSBS_ENDPOINT: `https://localhost:${await startTls()}`,
      OS_CACERT: await fileOf("ca.pem", selfSigned.cert),
    });
    expect([code, stdout, stderr]).toEqual([0, "3\n", ""]);
  });

  test("cacert of clouds.yaml is trusted, for IAM too", async () => {
    const url = `https://localhost:${await startTls()}`;
    const cacert = await fileOf("ca.pem", selfSigned.cert);
    const auth = { auth_url: url, token: "any-token" };
    const clouds = { shop: { csbs_endpoint_override: url, cacert, auth } };
    const { code, stdout } = await count(
      { OS_CLIENT_CONFIG_FILE: await fileOf("clouds.yaml", JSON.stringify({ clouds })) },
      "--os-cloud=shop",
      "--all-projects",
      "--output=json",
    );
    expect([code, JSON.parse(stdout)]).toEqual([0, expect.objectContaining({ total: 3 })]);
  });

  test.each([
    ["no file", "/nowhere/ca.pem", /cannot read \/nowhere\/ca\.pem.*OS_CACERT \(ENOENT\); correct the path/],
    ["no certificate", import.meta.filename, /OS_CACERT, has no certificate; use a file in PEM format/],
  ])("%s is refused", async (_, OS_CACERT, message) => {
    const { code, stderr } = await count({ CSBS_ENDPOINT: "https://csbs.example", OS_CACERT });
    expect([code, stderr]).toEqual([2, expect.stringMatching(message)]);
  });

  test("is trusted by csbs proxy", async () => {
    const { url, stop } = await startProxy(`https://localhost:${await startTls()}`, {
      OS_CACERT: await fileOf("ca.pem", selfSigned.cert),
    });
    const response = await fetch(`${url}/v1/${projectId}/checkpoint_items/count`);
    expect(await response.json()).toEqual({ count: 3 });
    await stop();
  });
});

test("csbs proxy says that it connects without the proxy of the environment", async () => {
  const { stop } = await startProxy("https://csbs.example", { HTTPS_PROXY: "http://proxy.example" });
  expect((await stop()).stderr).toMatch(
    /^csbs: warning: this command connects directly, without HTTPS_PROXY\n/,
  );
});

async function startProxy(target: string, env: Record<string, string>) {
  const args = ["proxy", "--target", target, "--port=0"];
  const { child, output, finished } = startScript("src/cli/main.ts", args, { ...none, ...env });
  onTestFinished(() => void child.kill());
  const listens = /listens on (\S+)/;
  await expect.poll(() => output.stdout, { timeout: 10_000 }).toMatch(listens);
  const stop = () => {
    child.kill("SIGINT");
    return finished;
  };
  return { url: listens.exec(output.stdout)?.[1], stop };
}

describe("the choice of a proxy", () => {
  const proxy = "proxy.example.com:3128";
  const used = { use: "proxy", proxy: new URL(`http://${proxy}`) };
  test.each([
    ["https://csbs.example", { HTTPS_PROXY: proxy }, used],
    [
      "https://csbs.example",
      { https_proxy: proxy, HTTPS_PROXY: "other" },
      { ...used, variable: "https_proxy" },
    ],
    ["https://csbs.example", { HTTP_PROXY: proxy }, { reason: "not set" }],
    ["http://csbs.example", { HTTP_PROXY: proxy }, used],
    ["http://127.0.0.1:4010", { HTTP_PROXY: proxy }, { reason: "loopback" }],
    ["https://csbs.example", { HTTPS_PROXY: proxy, NO_PROXY: "x, EXAMPLE" }, { reason: "NO_PROXY" }],
    ["https://csbs.example", { HTTPS_PROXY: proxy, NO_PROXY: ".example" }, { reason: "NO_PROXY" }],
    ["https://csbs.example", { HTTPS_PROXY: proxy, NO_PROXY: "*.example" }, { reason: "NO_PROXY" }],
    ["https://csbs.example", { HTTPS_PROXY: proxy, no_proxy: "*" }, { reason: "NO_PROXY" }],
    ["https://csbs.example", { HTTPS_PROXY: proxy, NO_PROXY: "csbs.example:443" }, { reason: "NO_PROXY" }],
    ["https://csbs.example", { HTTPS_PROXY: proxy, NO_PROXY: "csbs.example:8443" }, used],
    ["https://mycsbs.example", { HTTPS_PROXY: proxy, NO_PROXY: "csbs.example" }, used],
  ])("for %s with %j", (url, environment, expected) => {
    expect(chooseProxy(new URL(url), environment)).toMatchObject(expected);
  });
});
