import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, inject, test, vi } from "vitest";
import { CsbsConfigError } from "../../src/index.ts";
import { type ConnectOptions, connect } from "../../src/node.ts";
import { projectId, rejection, secret } from "../support/client.ts";
import { startRecorder } from "../support/server.ts";
import { clearVariables, csbs } from "./support.ts";

const other = "1".repeat(32);
let home: string;
let recorder: Awaited<ReturnType<typeof startRecorder>>;

beforeEach(async () => {
  clearVariables();
  home = await mkdtemp(join(tmpdir(), "csbs-connect-"));
  vi.stubEnv("HOME", home);
  recorder = await startRecorder(inject("mockUrl"));
  return () => rm(home, { recursive: true });
});

async function inConfig(file: string, text: string): Promise<void> {
  const folder = join(home, ".config/openstack");
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, file), text.replaceAll("URL", recorder.url));
}

const clouds = `clouds:
  otc:
    csbs_endpoint_override: URL
    auth: { project_id: ${projectId}, token: of-clouds-yaml }
  keys:
    csbs_endpoint_override: URL
    auth: { project_id: ${projectId}, ak: AKEXAMPLE }
`;

interface Setup {
  variables?: Record<string, string>;
  secure?: string;
  options?: ConnectOptions;
  flags?: string[];
}

const setups: [title: string, setup: Setup, token: string, project: string][] = [
  [
    "variables",
    { variables: { CSBS_ENDPOINT: "URL", OS_PROJECT_ID: projectId, OS_TOKEN: secret } },
    secret,
    projectId,
  ],
  ["OS_CLOUD", { variables: { OS_CLOUD: "otc" } }, "of-clouds-yaml", projectId],
  ["variables over OS_CLOUD", { variables: { OS_CLOUD: "otc", OS_TOKEN: secret } }, secret, projectId],
  [
    "a cloud over variables",
    { variables: { OS_TOKEN: secret }, options: { cloud: "otc" }, flags: ["--os-cloud", "otc"] },
    "of-clouds-yaml",
    projectId,
  ],
  [
    "options over a cloud",
    {
      options: { cloud: "otc", projectId: other, token: secret },
      flags: ["--os-cloud", "otc", "--project-id", other, "--token", secret],
    },
    secret,
    other,
  ],
  [
    "secure.yaml over clouds.yaml",
    { secure: "clouds: { otc: { auth: { token: of-secure-yaml } } }", variables: { OS_CLOUD: "otc" } },
    "of-secure-yaml",
    projectId,
  ],
];

describe("connect() does what the command does", () => {
  test.each(setups)("by %s", async (_, { variables = {}, secure, options, flags = [] }, token, project) => {
    await inConfig("clouds.yaml", clouds);
    if (secure !== undefined) await inConfig("secure.yaml", secure);
    for (const [name, value] of Object.entries(variables)) {
      vi.stubEnv(name, value.replace("URL", recorder.url));
    }
    const client = await connect(options);
    expect(await client.countBackups()).toEqual({ count: 10 });
    expect(await csbs("count", ...flags)).toMatchObject({ code: 0, stdout: "10\n" });
    const seen = recorder.requests.map(({ target, headers }) => [target, headers["x-auth-token"]]);
    const expected = [`/v1/${project}/checkpoint_items/count`, token];
    expect(seen).toEqual([expected, expected]);
  });

  test("by an access key of a cloud and of secure.yaml, with the client's own options", async () => {
    await inConfig("clouds.yaml", clouds);
    await inConfig("secure.yaml", "clouds: { keys: { auth: { sk: hunter2 } } }");
    const client = await connect({ cloud: "keys", headers: { "X-Mine": "1" } });
    // The mock has no such key; that it was asked with a signature is enough.
    await client.countBackups().catch(() => {});
    expect(recorder.requests[0]?.headers).toMatchObject({
      authorization: expect.stringMatching(/^SDK-HMAC-SHA256 Access=AKEXAMPLE, /),
      "x-mine": "1",
    });
  });

  test("the same errors, with the names of its own options", async () => {
    await inConfig("clouds.yaml", "clouds: { otc: { region_name: eu-nl } }");
    const cases: [options: ConnectOptions, flags: string[]][] = [
      [{}, []],
      [{ cloud: "none" }, ["--os-cloud", "none"]],
      [{ cloud: "otc" }, ["--os-cloud", "otc"]],
      [{ region: "eu-de" }, ["--region", "eu-de"]],
    ];
    for (const [options, flags] of cases) {
      const error = (await rejection(connect(options))) as Error;
      expect(error).toBeInstanceOf(CsbsConfigError);
      const { stderr } = await csbs("count", ...flags);
      const own = stderr
        .replace(/^csbs: /, "")
        .replace(" (or try --mock, which needs no account)\n", "")
        .replaceAll("--os-cloud", "the option cloud")
        .replaceAll("--project-id", "the option projectId")
        .replaceAll(/--(endpoint|region|token)/g, "the option $1")
        .trim();
      expect(error.message).toBe(own);
    }
  });

  test("everything missing is named at once", async () => {
    expect(((await rejection(connect())) as Error).message).toMatch(
      /^no endpoint: .*CSBS_ENDPOINT.*\. no project ID: .*OS_PROJECT_ID.*\. no token: .*OS_TOKEN/,
    );
    vi.stubEnv("OS_PASSWORD", "hunter2");
    const error = (await rejection(connect({ region: "eu-de", projectId }))) as Error;
    expect(error.message).toBe(
      "signing in by a password needs OS_AUTH_URL, or auth.auth_url in clouds.yaml, and OS_USERNAME, or auth.username in clouds.yaml, and OS_USER_DOMAIN_NAME, or auth.user_domain_name in clouds.yaml",
    );
  });

  test("a project's name in a variable is refused, and where it was found is said", async () => {
    vi.stubEnv("OS_PROJECT_ID", "eu-de_shop");
    expect(((await rejection(connect({ region: "eu-de", token: secret }))) as Error).message).toMatch(
      /^the variable OS_PROJECT_ID is "eu-de_shop": .* 32 hex digits, not its name/,
    );
  });

  const wrong: [title: string, options: object, message: RegExp][] = [
    ["an empty cloud", { cloud: "" }, /^cloud must be a string that is not empty/],
    ["an empty token", { token: "" }, /^token must be a string that is not empty/],
    ["a number for region", { region: 1 }, /^region must be a string/],
    ["endpoint and region", { endpoint: "https://x", region: "eu-de" }, /exclude each other/],
    ["a misspelt option", { cluod: "otc" }, /"cluod"/],
  ];
  test.each(wrong)("%s is refused", async (_, options, message) => {
    vi.stubEnv("OS_PROJECT_ID", projectId);
    vi.stubEnv("OS_TOKEN", "token-of-another-cloud");
    vi.stubEnv("CSBS_ENDPOINT", "https://csbs.example.com");
    const error = (await rejection(connect(options as ConnectOptions))) as Error;
    expect(error).toBeInstanceOf(CsbsConfigError);
    expect(error.message).toMatch(message);
  });

  const tls: [title: string, variables: Record<string, string>, entry: string, message: RegExp][] = [
    [
      "OS_INSECURE",
      { OS_INSECURE: "true" },
      "",
      /^the variable OS_INSECURE .*NODE_EXTRA_CA_CERTS.*option fetch$/,
    ],
    ["verify", {}, "verify: false", /^verify of the cloud otc turns off .*option fetch$/],
    [
      "OS_CACERT",
      { OS_CACERT: "/ca.pem" },
      "",
      /the variable OS_CACERT; .*NODE_EXTRA_CA_CERTS=\/ca\.pem,.*option fetch$/,
    ],
    ["cacert", {}, "cacert: /ca.pem", /cacert of the cloud otc; .*NODE_EXTRA_CA_CERTS=\/ca\.pem/],
  ];
  test.each(tls)("%s is refused, unless fetch is passed", async (_, variables, entry, message) => {
    await inConfig("clouds.yaml", clouds.replace("otc:\n", `otc:\n    ${entry}\n`));
    for (const [name, value] of Object.entries({ OS_CLOUD: "otc", ...variables })) vi.stubEnv(name, value);
    vi.stubEnv("NODE_EXTRA_CA_CERTS", "");
    const error = (await rejection(connect())) as Error;
    expect(error).toBeInstanceOf(CsbsConfigError);
    expect(error.message).toMatch(message);
    const client = await connect({ fetch: (input, init) => fetch(input, init) });
    expect(await client.countBackups()).toEqual({ count: 10 });
  });

  test("OS_CACERT is accepted with NODE_EXTRA_CA_CERTS, which Node applies", async () => {
    await inConfig("clouds.yaml", clouds);
    for (const name of ["OS_CACERT", "NODE_EXTRA_CA_CERTS"]) vi.stubEnv(name, "/ca.pem");
    expect(await (await connect({ cloud: "otc" })).countBackups()).toEqual({ count: 10 });
  });

  test("the option fetch sends requests to IAM too", async () => {
    const asked: string[] = [];
    const options: ConnectOptions = {
      endpoint: recorder.url,
      fetch: (input) => {
        asked.push(new URL(input instanceof Request ? input.url : input).pathname);
        return Promise.reject(new TypeError("offline"));
      },
    };
    const variables = {
      OS_AUTH_URL: "https://iam.invalid",
      OS_PROJECT_NAME: "eu-de",
      OS_USERNAME: "jane",
      OS_PASSWORD: "hunter2",
      OS_USER_DOMAIN_NAME: "OTC-1",
    };
    for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
    expect(await rejection(connect(options))).toBeInstanceOf(Error);
    expect(new Set(asked)).toEqual(new Set(["/v3/auth/tokens"]));
  });
});
