import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, inject, test, vi } from "vitest";
import { projectId, secret } from "../support/client.ts";
import { startRecorder, startServer } from "../support/server.ts";
import { clearVariables, csbs } from "./support.ts";

/** A home of its own for each test; nothing is in it. */
let home: string;

beforeEach(async () => {
  clearVariables();
  home = await mkdtemp(join(tmpdir(), "csbs-clouds-"));
  vi.stubEnv("HOME", home);
  return () => rm(home, { recursive: true });
});

async function inConfig(file: string, text: string): Promise<string> {
  const folder = join(home, ".config/openstack");
  await mkdir(folder, { recursive: true });
  const path = join(folder, file);
  await writeFile(path, text);
  return path;
}

function cloudsYaml(url: string, auth: string): string {
  return `clouds:
  otc:
    csbs_endpoint_override: ${url}
    region_name: eu-de
    auth:
      project_id: ${projectId}
      ${auth}
`;
}

/** An IAM that knows one user, and what it was asked. */
async function startIam() {
  const asked: unknown[] = [];
  const url = await startServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    asked.push(JSON.parse(body));
    response.writeHead(201, { "x-subject-token": secret, "content-type": "application/json" });
    response.end(JSON.stringify({ token: { expires_at: new Date(Date.now() + 3_600_000).toISOString() } }));
  });
  return { authUrl: `${url}/v3`, asked };
}

describe("clouds.yaml", () => {
  test("is found in the home, and named by --os-cloud or OS_CLOUD", async () => {
    const { url, requests } = await startRecorder(inject("mockUrl"));
    await inConfig("clouds.yaml", cloudsYaml(url, `token: ${secret}`));
    expect(await csbs("count", "--os-cloud", "otc")).toEqual({ code: 0, stdout: "10\n", stderr: "" });
    vi.stubEnv("OS_CLOUD", "otc");
    expect(await csbs("count")).toMatchObject({ code: 0, stdout: "10\n" });
    expect(requests[1]).toMatchObject({
      target: `/v1/${projectId}/checkpoint_items/count`,
      headers: { "x-auth-token": secret },
    });
  });

  test("may be anywhere with OS_CLIENT_CONFIG_FILE", async () => {
    const path = join(home, "mine.yaml");
    await writeFile(path, cloudsYaml(inject("mockUrl"), `token: ${secret}`));
    vi.stubEnv("OS_CLIENT_CONFIG_FILE", path);
    expect(await csbs("count", "--os-cloud", "otc")).toMatchObject({ code: 0 });
  });

  test("gets its secrets from secure.yaml", async () => {
    const { url, requests } = await startRecorder(inject("mockUrl"));
    await inConfig("clouds.yml", cloudsYaml(url, "token: none"));
    await inConfig("secure.yaml", `clouds: { otc: { auth: { token: ${secret} } } }`);
    expect(await csbs("count", "--os-cloud", "otc")).toMatchObject({ code: 0 });
    expect(requests[0]?.headers["x-auth-token"]).toBe(secret);
  });

  test("of OS_CLOUD yields to variables, and they to options", async () => {
    const { url, requests } = await startRecorder(inject("mockUrl"));
    await inConfig("clouds.yaml", cloudsYaml(url, `token: ${secret}`));
    const [ofVariable, ofOption] = ["1".repeat(32), "2".repeat(32)];
    vi.stubEnv("OS_CLOUD", "otc");
    vi.stubEnv("OS_PROJECT_ID", ofVariable);
    await csbs("count");
    await csbs("count", "--project-id", ofOption);
    expect(requests.map(({ target }) => target.split("/")[2])).toEqual([ofVariable, ofOption]);
  });

  test("of --os-cloud goes before variables, so that no token goes to another cloud", async () => {
    const { url, requests } = await startRecorder(inject("mockUrl"));
    await inConfig("clouds.yaml", cloudsYaml(url, `token: ${secret}`));
    vi.stubEnv("OS_PROJECT_ID", "1".repeat(32));
    vi.stubEnv("OS_TOKEN", "token-of-another-cloud");
    await csbs("count", "--os-cloud", "otc");
    expect(requests[0]?.headers["x-auth-token"]).toBe(secret);
    expect(requests[0]?.target).not.toContain("1".repeat(32));
  });

  test.each([
    ["a token", { OS_TOKEN: "hunter2" }, "username: jane", "no token"],
    ["a password", { OS_PASSWORD: "hunter2" }, "username: jane", "no token"],
    ["an endpoint", { CSBS_ENDPOINT: "https://csbs.elsewhere.example" }, "token: hunter2", "no endpoint"],
    ["a region", { OS_REGION_NAME: "cn-north-1" }, "token: hunter2", "no endpoint"],
    ["IAM", { OS_AUTH_URL: "https://iam.elsewhere.example/v3" }, "password: hunter2", "needs OS_AUTH_URL"],
  ])("of --os-cloud is not mixed with %s of the variables", async (_, variables, auth, message) => {
    const place = message === "no endpoint" ? "" : "region_name: eu-de, ";
    const entry = `{ ${place}auth: { project_id: ${projectId}, ${auth} } }`;
    await inConfig("clouds.yaml", `clouds: { otc: ${entry} }`);
    for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
    vi.stubGlobal("fetch", () => expect.unreachable());
    const { code, stderr } = await csbs("count", "--os-cloud", "otc");
    expect([code, stderr.includes("hunter2")]).toEqual([2, false]);
    expect(stderr).toContain(message);
    expect(stderr).toContain("variables do not count with --os-cloud");
  });

  test("keeps an ID of digits alone as it is, and knows anchors", async () => {
    const { url, requests } = await startRecorder(inject("mockUrl"));
    const digits = "12345678901234567890123456789012";
    await inConfig(
      "clouds.yaml",
      `base: &base\n  csbs_endpoint_override: ${url}\nclouds:\n  otc:\n    <<: *base\n    auth: { project_id: ${digits}, token: ${secret} }\n`,
    );
    expect(await csbs("count", "--os-cloud", "otc")).toMatchObject({ code: 0 });
    expect(requests[0]?.target).toContain(digits);
  });

  const broken: [title: string, text: string | undefined, message: RegExp][] = [
    ["is missing", undefined, /there is no clouds\.yaml in \., .*\.config\/openstack, \/etc\/openstack/],
    ["has no such cloud", "clouds: { a: {}, b: {} }", /clouds\.yaml has no cloud "otc"; it has a, b/],
    ["has no clouds", "[]", /has no cloud "otc"; it has none/],
    ["is not YAML", `clouds:\n  otc: {password: "hunter2\n`, /clouds\.yaml is not valid YAML, see line \d/],
    [
      "has a password like an alias",
      "clouds:\n  otc:\n    auth:\n      password: *hunter2\n",
      /clouds\.yaml is not valid YAML, see line 4: there is no anchor for the alias \(text that begins with \* needs quotes\)\n$/,
    ],
    [
      "merges text",
      "clouds:\n  otc:\n    <<: hunter2\n",
      /clouds\.yaml is not usable YAML: what << names is not a mapping/,
    ],
    [
      "merges itself",
      "clouds:\n  otc: &hunter2\n    <<: *hunter2\n",
      /clouds\.yaml is not usable YAML: .*, or aliases are circular\n$/,
    ],
    ["has no ID of a project", "clouds: { otc: { region_name: eu-de } }", /no project ID: give --project-id/],
    [
      "has a project's name only",
      "clouds: { otc: { region_name: eu-de, auth: { project_name: eu-de_mine } } }",
      /\(auth\.project_name of the cloud otc is "eu-de_mine"; IAM tells the ID, with OS_AUTH_URL and credentials\)/,
    ],
    [
      "has neither a region nor an endpoint",
      `clouds: { otc: { auth: { project_id: ${projectId} } } }`,
      /no endpoint: give --endpoint or .*; a cloud of clouds\.yaml may have region_name or csbs_endpoint_override\. no token/,
    ],
    [
      "has a region that there is not",
      "clouds: { otc: { region_name: eu-nl } }",
      /region_name of the cloud otc is "eu-nl": unknown region "eu-nl"; expected eu-de/,
    ],
    [
      "has no secret",
      `clouds: { otc: { region_name: eu-de, auth: { project_id: ${projectId} } } }`,
      /no token: give --token or set OS_TOKEN, or OS_USERNAME with OS_PASSWORD/,
    ],
  ];
  for (const [title, text, message] of broken) {
    test(`that ${title} is said in one line`, async () => {
      if (text !== undefined) await inConfig("clouds.yaml", text);
      const { code, stdout, stderr } = await csbs("count", "--os-cloud", "otc");
      expect([code, stdout, stderr.includes("hunter2")]).toEqual([2, "", false]);
      expect(stderr).toMatch(/^csbs: [^\n]+\n$/);
      expect(stderr).toMatch(message);
    });
  }

  test.each(["__proto__", "constructor", "toString"])("has no cloud %s unless it says so", async (name) => {
    await inConfig("clouds.yaml", cloudsYaml(inject("mockUrl"), `token: ${secret}`));
    const missing = await csbs("count", "--os-cloud", name);
    expect([missing.code, missing.stderr]).toEqual([
      2,
      expect.stringContaining(`clouds.yaml has no cloud "${name}"; it has otc\n`),
    ]);
    await inConfig("clouds.yaml", cloudsYaml(inject("mockUrl"), "token: x").replace("otc:", `${name}:`));
    await inConfig("secure.yaml", `clouds: { ${name}: { auth: { token: ${secret} } } }`);
    expect(await csbs("count", "--os-cloud", name)).toMatchObject({ code: 0, stdout: "10\n" });
  });

  test("with secrets beside that are not YAML shows none of them", async () => {
    await inConfig("clouds.yaml", cloudsYaml("https://x.example.com", "username: jane"));
    const path = await inConfig("secure.yaml", "clouds:\n  otc:\n    auth: { password: *hunter2 }\n");
    const { code, stdout, stderr } = await csbs("count", "--os-cloud", "otc");
    expect([code, stdout, stderr.includes("hunter2")]).toEqual([2, "", false]);
    expect(stderr).toContain(`csbs: ${path} is not valid YAML, see line 3: `);
  });

  test("with a password like a template is read without a warning that would show it", async () => {
    const warn = vi.spyOn(process, "emitWarning").mockImplementation(() => {});
    await inConfig("clouds.yaml", cloudsYaml("https://x.example.com", "password: {{ hunter2 }}"));
    expect(await csbs("count", "--os-cloud", "otc")).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/^csbs: no token: /),
    });
    expect(warn).not.toHaveBeenCalled();
  });

  test("that is named must be there", async () => {
    vi.stubEnv("OS_CLIENT_CONFIG_FILE", join(home, "none.yaml"));
    const { code, stderr } = await csbs("count", "--os-cloud", "otc");
    expect([code, stderr]).toEqual([2, `csbs: cannot read ${join(home, "none.yaml")} (ENOENT)\n`]);
  });
});

describe("signing in", () => {
  beforeEach(() => {
    vi.stubEnv("CSBS_ENDPOINT", inject("mockUrl"));
    vi.stubEnv("OS_PROJECT_ID", projectId);
  });

  test("by a password asks IAM for a token of the project", async () => {
    const { authUrl, asked } = await startIam();
    const { url, requests } = await startRecorder(inject("mockUrl"));
    vi.stubEnv("CSBS_ENDPOINT", url);
    vi.stubEnv("OS_AUTH_URL", authUrl);
    vi.stubEnv("OS_USERNAME", "jane");
    vi.stubEnv("OS_PASSWORD", "hunter2");
    vi.stubEnv("OS_USER_DOMAIN_NAME", "OTC-1");
    vi.stubEnv("OS_PROJECT_NAME", "eu-de_mine");
    expect(await csbs("count")).toEqual({ code: 0, stdout: "10\n", stderr: "" });
    const user = { name: "jane", password: "hunter2", domain: { name: "OTC-1" } };
    expect(asked).toEqual([
      {
        auth: {
          identity: { methods: ["password"], password: { user } },
          scope: { project: { id: projectId } },
        },
      },
    ]);
    expect(requests[0]?.headers["x-auth-token"]).toBe(secret);
  });

  test("takes the rest from the cloud of OS_CLOUD when the password alone is a variable", async () => {
    const { authUrl, asked } = await startIam();
    await inConfig(
      "clouds.yaml",
      cloudsYaml(inject("mockUrl"), `{ }`).replace(
        "{ }",
        `auth_url: ${authUrl}\n      username: jane\n      user_domain_name: OTC-1`,
      ),
    );
    vi.stubEnv("OS_PASSWORD", "hunter2");
    expect(await csbs("count", "--os-cloud", "otc")).toMatchObject({ code: 2 });
    expect(asked).toHaveLength(0);
    vi.stubEnv("OS_CLOUD", "otc");
    vi.stubEnv("CSBS_ENDPOINT", "");
    expect(await csbs("count")).toMatchObject({ code: 0, stderr: "" });
    expect(asked).toHaveLength(1);
  });

  test("by an access key signs", async () => {
    const { url, requests } = await startRecorder(inject("mockUrl"));
    vi.stubEnv("CSBS_ENDPOINT", url);
    vi.stubEnv("OS_ACCESS_KEY", "AKEXAMPLE");
    vi.stubEnv("HW_SECRET_KEY", "hunter2");
    vi.stubEnv("OS_SECURITY_TOKEN", "temporary");
    await csbs("count");
    expect(requests[0]?.headers).toMatchObject({
      authorization: expect.stringMatching(/^SDK-HMAC-SHA256 Access=AKEXAMPLE, /),
      "x-project-id": projectId,
      "x-security-token": "temporary",
    });
  });

  test("a token that was typed wins over a password in the environment", async () => {
    const { url, requests } = await startRecorder(inject("mockUrl"));
    vi.stubEnv("OS_PASSWORD", "hunter2");
    expect(await csbs("count", "--endpoint", url, "--token", secret)).toMatchObject({ code: 0 });
    expect(requests[0]?.headers["x-auth-token"]).toBe(secret);
  });

  const incomplete: [set: Record<string, string>, message: RegExp][] = [
    [
      { OS_PASSWORD: "hunter2" },
      /signing in by a password needs OS_AUTH_URL, or auth\.auth_url in clouds\.yaml/,
    ],
    [{ OS_PASSWORD: "hunter2", OS_AUTH_URL: "https://iam.example.com/v3" }, /needs OS_USERNAME, or/],
    [{ OS_SECRET_KEY: "hunter2" }, /signing in by an access key needs OS_ACCESS_KEY, or/],
  ];
  for (const [set, message] of incomplete) {
    test(`with ${Object.keys(set).join(" and ")} alone says what is missing`, async () => {
      for (const [name, value] of Object.entries(set)) vi.stubEnv(name, value);
      const { code, stderr } = await csbs("count");
      expect([code, stderr.includes("hunter2")]).toEqual([2, false]);
      expect(stderr).toMatch(message);
    });
  }

  test("over plain http is refused, without naming an option that the command does not have", async () => {
    const endpoint = await csbs("count", "--endpoint", "http://csbs.example.com", "--token", secret);
    expect(endpoint).toEqual({
      code: 2,
      stdout: "",
      stderr: "csbs: endpoint must be https: credentials would be readable in transit\n",
    });
    vi.stubEnv("OS_AUTH_URL", "http://iam.example.com/v3");
    vi.stubEnv("OS_USERNAME", "jane");
    vi.stubEnv("OS_PASSWORD", "hunter2");
    vi.stubEnv("OS_USER_DOMAIN_NAME", "OTC-1");
    expect(await csbs("count")).toEqual({
      code: 2,
      stdout: "",
      stderr: "csbs: the variable OS_AUTH_URL must be https: the password would be readable in transit\n",
    });
  });

  test("there is no option for a password or a key", async () => {
    const { stdout } = await csbs("count", "--help");
    expect(stdout).not.toMatch(/--(os-)?(password|secret-key|access-key)/);
  });
});

describe("regions", () => {
  beforeEach(() => {
    vi.stubEnv("OS_PROJECT_ID", projectId);
    vi.stubEnv("OS_TOKEN", secret);
  });

  const hosts = [
    ["eu-de", "https://csbs.eu-de.otc.t-systems.com"],
    ["cn-north-1", "https://csbs.cn-north-1.myhuaweicloud.com"],
    ["ap-southeast-2", "https://csbs.ap-southeast-2.myhuaweicloud.com"],
  ];
  for (const [region = "", host] of hosts) {
    test(`${region} is ${host}`, async () => {
      const urls: string[] = [];
      vi.stubGlobal("fetch", async (request: Request | string) => {
        urls.push(typeof request === "string" ? request : request.url);
        return Response.json({ count: 3 });
      });
      expect(await csbs("count", "--region", region)).toMatchObject({ code: 0, stdout: "3\n" });
      vi.stubEnv("OS_REGION_NAME", region);
      await csbs("count");
      expect(urls.map((url) => new URL(url).origin)).toEqual([host, host]);
    });
  }

  for (const region of ["eu-nl", "x", "evil.com/", "cn-north-1.evil.com", ""]) {
    test(`${JSON.stringify(region)} is none, and no token goes anywhere`, async () => {
      vi.stubGlobal("fetch", () => expect.unreachable());
      expect(await csbs("count", "--region", region)).toMatchObject({ code: 2, stdout: "" });
    });
  }

  test("typed, wins over an endpoint in a variable, and excludes one that was typed too", async () => {
    vi.stubEnv("CSBS_ENDPOINT", "https://elsewhere.example.com");
    const fetched = vi.fn(async (_: Request) => Response.json({ count: 3 }));
    vi.stubGlobal("fetch", fetched);
    await csbs("count", "--region", "eu-de");
    expect(
      String((fetched.mock.calls[0]?.[0] as Request | undefined)?.url ?? fetched.mock.calls[0]?.[0]),
    ).toContain("csbs.eu-de.");
    const both = await csbs("count", "--region", "eu-de", "--endpoint", "https://x.example.com");
    expect([both.code, both.stderr]).toEqual([
      2,
      "csbs: --endpoint and --region exclude each other; leave one out\n",
    ]);
  });

  test("and clouds have nothing to do with the mock", async () => {
    for (const option of ["--region", "--os-cloud"]) {
      const { code, stderr } = await csbs("count", "--mock", option, "eu-de");
      expect([code, stderr]).toEqual([2, `csbs: --mock and ${option} exclude each other; leave one out\n`]);
    }
  });
});

describe("an option without a value", () => {
  const options = ["--os-cloud", "--region", "--endpoint", "--project-id", "--token", "--timeout"];

  test.each(options)("%s is refused, and no variable stands in for it", async (option) => {
    await inConfig("clouds.yaml", cloudsYaml("https://csbs.example.com", `token: ${secret}`));
    for (const [name, value] of Object.entries({
      OS_CLOUD: "otc",
      CSBS_ENDPOINT: "https://csbs.example.com",
      OS_PROJECT_ID: projectId,
      OS_TOKEN: "token-of-another-cloud",
    })) {
      vi.stubEnv(name, value);
    }
    vi.stubGlobal("fetch", () => expect.unreachable());
    for (const typed of [[option, ""], [`${option}=`], [option, "", "--mock"]]) {
      expect(await csbs("count", ...typed)).toEqual({
        code: 2,
        stdout: "",
        stderr: `csbs: ${option} is empty; give it a value or leave it out\n`,
      });
    }
  });
});
