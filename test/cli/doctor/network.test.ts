import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer as createHttpServer } from "node:http";
import { createServer } from "node:https";
import { type AddressInfo, connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { checkProxy } from "../../../src/cli/doctor/proxy.ts";
import expired from "../../client/tls/expired.json" with { type: "json" };
import selfSigned from "../../client/tls/self-signed.json" with { type: "json" };
import { projectId, secret } from "../../support/client.ts";
import { runScript } from "../../support/process.ts";
import { startServer } from "../../support/server.ts";
import type { Report } from "./support.ts";

/** Runs the command as a process against a server with a certificate, which it trusts where told to. */
async function doctorWith(
  certificate: { key: string; cert: string },
  env: Record<string, string>,
  trusted = true,
) {
  const server = createServer(certificate, (_, response) => response.writeHead(401).end("{}"));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const folder = await mkdtemp(join(tmpdir(), "csbs-doctor-"));
  onTestFinished(async () => {
    server.close();
    await rm(folder, { recursive: true });
  });
  const file = join(folder, "authority.pem");
  await writeFile(file, certificate.cert);
  const { port } = server.address() as AddressInfo;
  const endpoint = ["--endpoint", `https://localhost:${port}`, "--project-id", projectId];
  const { code, stdout } = await runScript("src/cli/main.ts", ["doctor", "-o", "json", ...endpoint], {
    OS_TOKEN: secret,
    OS_AUTH_URL: "",
    ...(trusted ? { NODE_EXTRA_CA_CERTS: file } : {}),
    ...env,
  });
  const { checks } = JSON.parse(stdout) as Report;
  return { code, check: (name: string) => checks.find(({ check }) => check === name) };
}

describe("TLS", () => {
  test("with a certificate that is trusted is fine", async () => {
    const { check } = await doctorWith(selfSigned, {});
    expect(check("endpoint TLS")).toMatchObject({
      result: "ok",
      detail: expect.stringMatching(/^TLSv1\.3, certificate valid until \d{4}-\d\d-\d\d$/),
    });
    expect(check("endpoint")?.result).toBe("ok");
  });

  test("with an expired certificate fails, and what needs it is skipped", async () => {
    const { code, check } = await doctorWith(expired, {});
    expect([code, check("endpoint TLS")?.result]).toEqual([1, "failed"]);
    expect(check("endpoint TLS")?.detail).toContain("(CERT_HAS_EXPIRED)");
    expect(check("endpoint TLS")?.remedy).toContain("Check the clock");
    expect(check("countBackups")?.detail).toBe("because endpoint TLS failed");
  });

  test("with a certificate of an unknown authority fails", async () => {
    const { check } = await doctorWith(selfSigned, {}, false);
    expect(check("endpoint TLS")?.remedy).toContain("OS_CACERT");
  });

  test("that is not checked is a warning", async () => {
    const { check } = await doctorWith(selfSigned, { OS_INSECURE: "true" }, false);
    expect(check("endpoint TLS")).toMatchObject({
      result: "warning",
      detail: expect.stringContaining("not checked"),
    });
  });
});

test("a proxy of the environment carries the requests, and DNS and TLS are left to it", async () => {
  const service = await startServer((_, response) => {
    response.writeHead(401, { "content-type": "application/json" }).end("{}");
  });
  const asked: string[] = [];
  const server = createHttpServer().on("connect", (request, socket) => {
    asked.push(String(request.url));
    const tunnel = connect(Number(new URL(service).port), "127.0.0.1");
    socket.write("HTTP/1.1 200 OK\r\n\r\n");
    socket.on("error", () => tunnel.destroy()).pipe(tunnel);
    tunnel.on("error", () => socket.destroy()).pipe(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const proxy = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const endpoint = ["--endpoint", "http://csbs.localhost", "--project-id", projectId];
  const { stdout } = await runScript("src/cli/main.ts", ["doctor", "-o", "json", ...endpoint], {
    OS_TOKEN: secret,
    OS_AUTH_URL: "",
    HTTP_PROXY: proxy.replace("//", "//jane:hunter2@"),
    NO_PROXY: "",
  });
  const { checks } = JSON.parse(stdout) as Report;
  const [, first, dns, tls] = checks;
  expect(first).toMatchObject({ check: "endpoint proxy", result: "ok", detail: `${proxy}, of HTTP_PROXY` });
  expect([dns?.detail, tls?.detail]).toEqual(["the proxy does this", "the proxy does this"]);
  expect(asked[0]).toBe("csbs.localhost:80");
  expect(stdout).not.toContain("hunter2");
});

test.each([
  ["is named", { HTTPS_PROXY: "proxy.example.com:3128" }, "http://proxy.example.com:3128, of HTTPS_PROXY"],
  ["has no password", { https_proxy: "http://jane:hunter2@proxy" }, "http://proxy, of https_proxy"],
  ["may be excluded", { HTTPS_PROXY: "proxy", NO_PROXY: "*" }, "none for csbs.example, because of NO_PROXY"],
  ["may be missing", {}, "none"],
])("the proxy of the environment %s", (_, environment, detail) => {
  expect(checkProxy(new URL("https://csbs.example"), environment).detail).toBe(detail);
});
