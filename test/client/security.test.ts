import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inspect } from "node:util";
import { describe, expect, inject, onTestFinished, test, vi } from "vitest";
import { createProgram } from "../../src/cli/program.ts";
import { startSession } from "../../src/cli/session.ts";
import { allCommands } from "../../src/cli/tree.ts";
import { accessKey, type CsbsAuth, keystonePassword, token, waitForBackup } from "../../src/index.ts";
import { startMock } from "../../src/mock.ts";
import { clearVariables, csbs as command } from "../cli/support.ts";
import { credentialsIn, privateIn, privateTraffic } from "../proxy/private-traffic.ts";
import { proxyOf } from "../proxy/support.ts";
import { projectId, rejection, secret, testClient } from "../support/client.ts";
import { root } from "../support/process.ts";
import { sendRaw } from "../support/raw.ts";
import { startRecorder, startServer } from "../support/server.ts";
import selfSigned from "./tls/self-signed.json" with { type: "json" };

const password = "correct horse battery";
const secretKey = "SK-4f9a-secret";
const checkpoint_item_id = "90c1d5fa-1b9f-4aeb-b2f4-81c806e98190";

const byPassword = (url: string) =>
  keystonePassword({ authUrl: `${url}/v3`, username: "u", userDomain: "d", password, projectId });
const byKey = () => accessKey({ accessKey: "AK", secretKey });
const ways = (url: string): CsbsAuth[] => [token(secret), byPassword(url), byKey()];

/** Everything that a log could make of a value, its causes included. */
function printed(value: unknown): string {
  const texts = [inspect(value, { depth: null, showHidden: true }), JSON.stringify(value) ?? ""];
  for (let one = value; one instanceof Error; one = one.cause) {
    texts.push(one.message, one.stack ?? "", JSON.stringify(one));
  }
  return texts.join("\n");
}

function showsNone(value: unknown): void {
  for (const hidden of [secret, password, secretKey, "mock-token-"])
    expect(printed(value)).not.toContain(hidden);
}

/** A server that counts what it gets, and is to get nothing. */
async function startBystander(): Promise<{ url: string; asked: string[] }> {
  const asked: string[] = [];
  const url = await startServer((request, response) => {
    asked.push(request.url ?? "");
    response.end("{}");
  });
  return { url, asked };
}

async function playing(scenario: Parameters<typeof startMock>[0]) {
  const mock = await startMock(scenario);
  onTestFinished(() => mock.stop());
  return mock;
}

/** A test for each promise of SECURITY.md, by its words there. */
const promises: { readonly [promise: string]: () => Promise<void> | void } = {
  "A credential goes to the configured endpoint and nowhere else.": async () => {
    const service = await startRecorder(inject("mockUrl"));
    const iam = await playing({ scenario: { tokens: { requests: 9 } } });
    const fetched = vi.spyOn(globalThis, "fetch");
    for (const auth of ways(iam.url)) await testClient({ endpoint: service.url, auth }).getQuotas();
    const origins = new Set(fetched.mock.calls.map(([input]) => new URL(String(input)).origin));
    expect(origins).toEqual(new Set([service.url, iam.url, new URL(inject("mockUrl")).origin]));
    expect(iam.requests.map(({ target }) => target)).toEqual(["/v3/auth/tokens"]);
    const arrived = JSON.stringify(service.requests);
    expect(arrived).toContain(secret);
    for (const kept of [password, secretKey]) expect(arrived).not.toContain(kept);
  },

  "Redirects are not followed.": async () => {
    const elsewhere = await startBystander();
    const step = { fault: { redirect: { to: elsewhere.url } }, times: "always" as const };
    const mock = await playing({ scenario: { any: [step], tokens: { requests: 9 } } });
    for (const auth of ways(mock.url)) {
      const csbs = testClient({ endpoint: mock.url, auth, retries: 2 });
      for (const call of [() => csbs.getQuotas(), () => waitForBackup(csbs, { checkpoint_item_id })]) {
        expect(await rejection(call())).toMatchObject({ name: "CsbsConnectionError" });
      }
    }
    const iam = await startServer((_, response) =>
      response.writeHead(307, { location: elsewhere.url }).end(),
    );
    expect(await rejection(testClient({ auth: byPassword(iam) }).getQuotas())).toMatchObject({
      name: "CsbsConnectionError",
    });
    expect(elsewhere.asked).toEqual([]);
  },

  "Plain http is refused": () => {
    const endpoint = "http://csbs.example.com";
    expect(() => testClient({ endpoint })).toThrow(/must be https/);
    expect(() => byPassword(endpoint)).toThrow(/must be https/);
    for (const own of ["http://localhost:1", "http://127.0.0.1:1", "http://[::1]:1"])
      testClient({ endpoint: own });
    testClient({ endpoint, allowHttp: true });
  },

  "Path parameters stay in their segment": async () => {
    const { url, requests } = await startRecorder(inject("mockUrl"));
    const csbs = testClient({ endpoint: url });
    for (const id of ["", ".", ".."]) {
      expect(await rejection(csbs.getBackup({ checkpoint_item_id: id }))).toMatchObject({
        name: "CsbsConfigError",
      });
    }
    expect(requests).toEqual([]);
    for (const id of ["../quotas", "a/b", "a?b=c", "a#b", "%2e%2e", "a\\b", "a\nb"]) {
      await csbs.getBackup({ checkpoint_item_id: id });
      const { target = "" } = requests.at(-1) ?? {};
      expect(target.split("/")).toHaveLength(5);
      expect(decodeURIComponent(target.split("/")[4] ?? "")).toBe(id);
    }
  },

  "A cloud named by --os-cloud goes before variables": async () => {
    const { url, requests } = await startRecorder(inject("mockUrl"));
    const folder = await mkdtemp(join(tmpdir(), "csbs-promises-"));
    onTestFinished(() => rm(folder, { recursive: true }));
    const file = join(folder, "clouds.yaml");
    const auth = `{ project_id: ${projectId}, token: of-the-cloud }`;
    await writeFile(file, `clouds: { otc: { csbs_endpoint_override: "${url}", auth: ${auth} } }`);
    clearVariables();
    const variables = { OS_CLIENT_CONFIG_FILE: file, OS_TOKEN: secret, OS_PASSWORD: password };
    for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
    expect(await command("count", "--os-cloud", "otc")).toMatchObject({ code: 0 });
    expect(requests.map(({ headers }) => headers["x-auth-token"])).toEqual(["of-the-cloud"]);
  },

  "TLS is the platform's.": async () => {
    const asked: string[] = [];
    const server = createServer(selfSigned, (request, response) => {
      asked.push(request.url ?? "");
      response.end("{}");
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void server.close());
    const endpoint = `https://localhost:${(server.address() as AddressInfo).port}`;
    for (const auth of ways(endpoint)) {
      const error = await rejection(testClient({ endpoint, auth }).getQuotas());
      expect(error).toMatchObject({
        name: "CsbsConnectionError",
        message: expect.stringMatching(/SELF_SIGNED/),
      });
      showsNone(error);
    }
    expect(asked).toEqual([]);
  },

  "Secrets stay in closures.": () => {
    for (const auth of ways("https://iam.example.com")) {
      showsNone(auth);
      showsNone(testClient({ auth }));
    }
  },

  "No credential is in an error": async () => {
    const faults = ["html-502", "empty-200", "truncated-json", "reset-before-headers", "unauthorized-once"];
    const responses = [...faults, { any: [{ status: 403 }] }, { tokens: { requests: 1 } }];
    for (const response of responses) {
      const mock = await playing({ scenario: [{ tokens: { requests: 99 } }, response] });
      for (const auth of ways(mock.url)) {
        const csbs = testClient({ endpoint: mock.url, auth });
        for (let call = 0; call < 3; call += 1) showsNone(await csbs.getQuotas().catch((error) => error));
      }
    }
    // A gateway before IAM may respond with what it was sent.
    const echo = await startServer(async (request, response) => {
      response.writeHead(400);
      for await (const chunk of request) response.write(chunk);
      response.end();
    });
    showsNone(await rejection(testClient({ auth: byPassword(echo) }).getQuotas()));
  },

  "An error of IAM keeps its status, its code and a title from a known list": async () => {
    const spellings = [
      (text: string) => text,
      encodeURIComponent,
      btoa,
      (text: string) =>
        JSON.stringify({ error: { title: text, code: text, message: text }, error_code: text }),
      (text: string) => JSON.stringify({ error: { title: "Unauthorized", code: 401, message: btoa(text) } }),
    ];
    for (const spell of spellings) {
      const said = spell(password);
      const iam = await startServer((_, response) => {
        const headers = { "X-Request-Id": said, "Retry-After": "99999999" };
        response.writeHead(401, said.replace(/[^ -~]/g, ""), headers).end(said);
      });
      const error = await rejection(testClient({ auth: byPassword(iam) }).getQuotas());
      const code = said.includes("Unauthorized") ? "Unauthorized" : undefined;
      expect(error).toMatchObject({ status: 401, code, body: undefined, requestId: undefined });
      expect((error as Error).cause).toBeUndefined();
      expect(error).toMatchObject({ retryAfter: 86_400_000 });
      for (const secretText of [password, encodeURIComponent(password), btoa(password)])
        expect(printed(error)).not.toContain(secretText);
    }
  },

  "Reason phrases are never shown, and request IDs only if they look like one": async () => {
    const endpoint = await startServer((_, response) => {
      response.writeHead(500, secret, { "X-Request-Id": secret }).end();
    });
    const error = await rejection(testClient({ endpoint }).getQuotas());
    expect(error).toMatchObject({ status: 500, requestId: undefined });
    showsNone(error);
  },

  "A token that a header cannot carry is refused": async () => {
    const { url, asked } = await startBystander();
    for (const bad of [`${secret}\n`, `${secret} x`, `${secret}ü`, `\u0000${secret}`]) {
      const error = await rejection(testClient({ endpoint: url, auth: token(() => bad) }).getQuotas());
      expect(error).toMatchObject({ name: "CsbsConfigError" });
      showsNone(error);
    }
    expect(asked).toEqual([]);
  },

  "The command has no option for passwords and secret keys": () => {
    const program = createProgram(startSession({ out: () => {}, err: () => {} }));
    const options = allCommands(program).flatMap((one) => one.options.map(({ long }) => long ?? ""));
    expect(options).toContain("--token");
    expect(options.filter((name) => /pass|secret|access-key/.test(name))).toEqual([]);
  },

  "The command shows no credential.": async () => {
    clearVariables();
    const mock = await playing({ scenario: "backup" });
    const connection = ["--endpoint", mock.url, "--project-id", projectId];
    const runs = [
      await command("count", ...connection, "--token", secret),
      await command(
        "api",
        "get-backup",
        "--checkpoint-item-id",
        checkpoint_item_id,
        ...connection,
        "--token",
        secret,
      ),
      await command("count", `--tokne=${secret}`),
      await command(
        "count",
        "--endpoint",
        "http://csbs.example.com",
        "--project-id",
        projectId,
        "--token",
        secret,
      ),
    ];
    expect(runs.map(({ code }) => code)).toEqual([0, 1, 2, 2]);
    showsNone(runs);
  },

  "No call outlives its limits": async () => {
    const never = new Promise<never>(() => {});
    const stuck = new ReadableStream({ pull: () => never });
    const limits = { timeout: 50, deadline: 200 };
    const hung: Parameters<typeof testClient>[0][] = [
      { fetch: () => never },
      { fetch: async () => new Response(stuck) },
      { auth: token(() => never) },
      { auth: () => never },
    ];
    for (const options of hung) {
      const error = await rejection(testClient({ ...limits, ...options }).getQuotas());
      expect(error).toMatchObject({ name: "CsbsTimeoutError" });
    }
    const fetch = async () => new Response(new ReadableStream({ pull: () => never }), { status: 400 });
    const refused = await rejection(testClient({ ...limits, fetch }).getQuotas());
    expect(refused).toMatchObject({ name: "CsbsApiError", status: 400 });
    const csbs = testClient(limits);
    csbs.http.use({ onResponse: () => never });
    expect(await rejection(csbs.getQuotas())).toMatchObject({ name: "CsbsTimeoutError", timeout: 200 });
    const wait = waitForBackup(
      { getBackup: () => never, listBackups: () => never },
      { checkpoint_item_id },
      { deadline: 50 },
    );
    expect(await rejection(wait)).toMatchObject({ name: "CsbsWaitTimeoutError" });
  },

  "A response costs bounded memory": async () => {
    let sent = 0;
    const endless = () =>
      new ReadableStream({
        pull(controller) {
          sent += 65_536;
          controller.enqueue(new Uint8Array(65_536).fill(32));
        },
      });
    for (const status of [200, 400]) {
      sent = 0;
      const csbs = testClient({
        fetch: async () => new Response(endless(), { status }),
        maxResponseSize: 1_000_000,
      });
      const name = status === 200 ? "CsbsResponseError" : "CsbsApiError";
      expect(await rejection(csbs.getQuotas())).toMatchObject({ name, status });
      expect(sent).toBeLessThan(1_300_000);
    }
  },

  "The mock listens on 127.0.0.1": async () => {
    expect((await playing({})).url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  },

  "The mock shows no credential": async () => {
    const lines: string[] = [];
    const mock = await playing({ scenario: { tokens: { requests: 1 } }, log: (line) => lines.push(line) });
    for (const auth of ways(mock.url)) {
      const csbs = testClient({ endpoint: mock.url, auth });
      for (let call = 0; call < 2; call += 1) await csbs.getQuotas().catch(() => {});
    }
    expect(mock.requests.length).toBeGreaterThanOrEqual(6);
    expect(lines.length).toBeGreaterThanOrEqual(6);
    showsNone([lines, mock.requests]);
  },

  "The proxy listens on 127.0.0.1 only": async () => {
    const service = await startBystander();
    const { url } = await proxyOf(service.url);
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    for (const headers of ["Host: csbs.example.com", "Host: localhost\r\nOrigin: https://example.com"]) {
      const { responses } = await sendRaw(url, `GET / HTTP/1.1\r\n${headers}\r\nConnection: close\r\n\r\n`);
      expect(responses[0]?.status).toBe(403);
    }
    expect(service.asked).toEqual([]);
  },

  "The proxy stores no credential": async () => {
    const { report, values, recording, log } = await privateTraffic();
    for (const written of [report, values, recording, log]) expect(credentialsIn(written)).toEqual([]);
  },

  "A report contains no value": async () => {
    const { report, values, log } = await privateTraffic();
    expect(JSON.parse(report).deviations.length).toBeGreaterThan(100);
    expect([privateIn(report), privateIn(log)]).toEqual([[], []]);
    expect(privateIn(values)).not.toEqual([]);
  },

  "A recording contains no text that the description does not know": async () => {
    const { recording } = await privateTraffic();
    expect(JSON.parse(recording).exchanges.length).toBeGreaterThan(100);
    expect(privateIn(recording)).toEqual([]);
  },

  "A scenario is data.": async () => {
    const folder = await mkdtemp(join(tmpdir(), "csbs-promises-"));
    onTestFinished(() => rm(folder, { recursive: true }));
    const file = join(folder, "mine.yaml");
    for (const text of [
      "!!js/function 'function () { globalThis.ran = true }'",
      "any: !!js/undefined ''",
      "__proto__: { any: [] }",
    ]) {
      await writeFile(file, text);
      expect(await rejection(startMock({ scenario: file }))).toMatchObject({ name: "CsbsScenarioError" });
    }
    expect("ran" in globalThis).toBe(false);
  },

  "Installing the package runs no script": async () => {
    const { scripts, dependencies } = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
    expect(Object.keys(scripts).filter((name) => /^(pre|post)?install$/.test(name))).toEqual([]);
    expect(Object.keys(dependencies)).toEqual(["openapi-fetch"]);
  },
};

describe("SECURITY.md", async () => {
  const text = await readFile(join(root, "SECURITY.md"), "utf8");
  const promised = [...text.matchAll(/^- \*\*([^*]+)\*\*/gm)].map(([, promise = ""]) =>
    promise.replace(/\s+/g, " "),
  );

  test("promises what is tested here, and nothing else", () => {
    expect(promised).toEqual(Object.keys(promises));
  });

  test.each(promised)("%s", async (promise) => {
    const check = promises[promise];
    if (check === undefined) throw new Error("nobody tests this promise");
    await check();
  });
});
