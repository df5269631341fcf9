import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { type Mock, startMock } from "../../src/mock.ts";
import selfSigned from "../client/tls/self-signed.json" with { type: "json" };
import { projectId } from "../support/client.ts";
import { runScript } from "../support/process.ts";
import { startRecorder } from "../support/server.ts";
import { clearVariables, csbs } from "./support.ts";

const password = "a-password";
let mock: Mock;
let home: string;

beforeAll(async () => {
  mock = await startMock({
    scenario: {
      users: [
        {
          name: "jane",
          domain: "OTC-1",
          password,
          projects: [{ id: projectId, name: "eu-de_shop" }],
        },
      ],
    },
  });
});
afterAll(() => mock.stop());

beforeEach(async () => {
  clearVariables();
  home = await mkdtemp(join(tmpdir(), "csbs-config-"));
  vi.stubEnv("HOME", home);
  return () => rm(home, { recursive: true });
});

function setVariables(variables: Record<string, string>): void {
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
}

async function inConfig(file: string, text: string): Promise<void> {
  const folder = join(home, ".config/openstack");
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, file), text);
}

const jane = () => ({
  CSBS_ENDPOINT: mock.url,
  OS_AUTH_URL: `${mock.url}/v3`,
  OS_USERNAME: "jane",
  OS_PASSWORD: password,
  OS_USER_DOMAIN_NAME: "OTC-1",
});

describe("a project by name", () => {
  test("gets its ID from IAM", async () => {
    setVariables({ ...jane(), OS_PROJECT_NAME: "eu-de_shop" });
    expect(await csbs("count")).toEqual({ code: 0, stdout: "10\n", stderr: "" });
  });

  test("shows the requests to IAM with --debug, without bodies of the sign-in and tokens", async () => {
    setVariables({ ...jane(), OS_PROJECT_NAME: "eu-de_shop" });
    const { code, stderr } = await csbs("count", "--debug");
    expect(code).toBe(0);
    expect(stderr).toMatch(/^> POST \S+\/v3\/auth\/tokens\n(> .*\n)*> \[redacted\]\n< 201 .*\n/);
    expect(stderr).toMatch(/\n< x-subject-token: \[redacted\]\n(< .*\n)*< \[redacted\]\n/);
    expect(stderr).toMatch(/\n> GET \S+\/v3\/auth\/projects\n/);
    expect(stderr).not.toContain(password);
  });

  test("that the user does not have comes with those there are", async () => {
    setVariables({ ...jane(), OS_PROJECT_NAME: "eu-de_shpo" });
    expect(await csbs("count")).toEqual({
      code: 2,
      stdout: "",
      stderr:
        'csbs: the variable OS_PROJECT_NAME is "eu-de_shpo", but the user has no such project; did you mean "eu-de_shop"?\n',
    });
  });

  test("yields to an ID", async () => {
    setVariables({ ...jane(), OS_PROJECT_NAME: "none", OS_PROJECT_ID: projectId });
    expect(await csbs("count")).toMatchObject({ code: 0 });
  });
});

test("a wrong address of IAM is named by its variable with a token too", async () => {
  setVariables({ CSBS_ENDPOINT: mock.url, OS_TOKEN: "x", OS_PROJECT_NAME: "p", OS_AUTH_URL: "iam" });
  const { code, stderr } = await csbs("count");
  expect([code, stderr]).toEqual([
    2,
    expect.stringMatching(/^csbs: the variable OS_AUTH_URL must be an http/),
  ]);
});

test.each(["", "/", "/v3", "/v3/"])("the address of IAM may end in %j", async (end) => {
  setVariables({ ...jane(), OS_AUTH_URL: `${mock.url}${end}`, OS_PROJECT_ID: projectId });
  expect(await csbs("count")).toMatchObject({ code: 0, stderr: "" });
});

test.each(["OS_SECURITY_TOKEN", "OS_SESSION_TOKEN", "AWS_SESSION_TOKEN", "HUAWEICLOUD_SDK_SECURITY_TOKEN"])(
  "a temporary key has its token in %s",
  async (name) => {
    const { url, requests } = await startRecorder(mock.url);
    setVariables({ CSBS_ENDPOINT: url, HUAWEICLOUD_SDK_PROJECT_ID: projectId });
    setVariables({ HUAWEICLOUD_SDK_AK: "AKEXAMPLE", HUAWEICLOUD_SDK_SK: "a-secret", [name]: "temporary" });
    await csbs("count");
    expect(requests[0]?.headers).toMatchObject({
      authorization: expect.stringMatching(/Access=AKEXAMPLE, /),
      "x-security-token": "temporary",
    });
  },
);

test("a session token of another AWS key is not sent", async () => {
  const { url, requests } = await startRecorder(mock.url);
  setVariables({ CSBS_ENDPOINT: url, OS_PROJECT_ID: projectId, OS_ACCESS_KEY: "AK1", OS_SECRET_KEY: "s" });
  setVariables({ AWS_ACCESS_KEY_ID: "AK2", AWS_SESSION_TOKEN: "of-another-vendor" });
  await csbs("count");
  expect(JSON.stringify(requests)).not.toContain("of-another-vendor");
});

test("application credentials are reported as not offered", async () => {
  setVariables({
    CSBS_ENDPOINT: mock.url,
    OS_PROJECT_ID: projectId,
    OS_AUTH_TYPE: "v3applicationcredential",
  });
  const { code, stderr } = await csbs("count");
  expect([code, stderr]).toEqual([
    2,
    "csbs: the variable OS_AUTH_TYPE asks for an application credential, which these clouds do not offer; use a password, a token, or an access key (OS_ACCESS_KEY with OS_SECRET_KEY)\n",
  ]);
});

test("an unknown auth_type is refused", async () => {
  setVariables({ CSBS_ENDPOINT: mock.url, OS_PROJECT_ID: projectId, OS_AUTH_TYPE: "v3saml" });
  expect((await csbs("count")).stderr).toBe(
    'csbs: the variable OS_AUTH_TYPE is "v3saml"; expected password, v3password, token, v3token, or leave it out\n',
  );
});

describe("clouds.yaml", () => {
  test("with profile otc and regions signs in at the region's IAM", async () => {
    await inConfig(
      "clouds.yaml",
      `clouds:\n  otc:\n    profile: otc\n    regions: [eu-de]\n    auth: { project_id: ${projectId}, username: jane, password: x, user_domain_name: OTC-1 }\n`,
    );
    const { code, stdout } = await csbs("config", "--os-cloud", "otc", "-o", "json");
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toContainEqual({
      setting: "authUrl",
      value: "https://iam.eu-de.otc.t-systems.com/v3",
      source: "built in: profile otc.auth.auth_url",
    });
  });

  test("with a profile of clouds-public.yaml", async () => {
    await inConfig("clouds-public.yaml", `public-clouds:\n  mine:\n    auth: { auth_url: ${mock.url}/v3 }\n`);
    await inConfig(
      "clouds.yaml",
      `clouds:\n  shop:\n    profile: mine\n    csbs_endpoint_override: ${mock.url}\n    auth: { project_name: eu-de_shop, username: jane, password: ${password}, user_domain_name: OTC-1 }\n`,
    );
    expect(await csbs("count", "--os-cloud", "shop")).toEqual({ code: 0, stdout: "10\n", stderr: "" });
  });

  test("with a region that it does not have is refused", async () => {
    await inConfig("clouds.yaml", "clouds:\n  otc:\n    profile: otc\n");
    expect((await csbs("count", "--os-cloud", "otc", "--region", "xx")).stderr).toMatch(
      /the cloud otc has no region "xx"; its regions are eu-de, eu-nl/,
    );
  });
});

describe("certificates", () => {
  const startTls = async () => {
    const server = createServer(selfSigned, ({ url }, response) => {
      const projects = [{ id: projectId, name: "eu-de_shop" }];
      response.writeHead(200, { "content-type": "application/json" });
      response.end(JSON.stringify(url === "/v3/auth/projects" ? { projects } : { count: 3 }));
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void server.close());
    return `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
  };
  const count = async (more: Record<string, string>) =>
    runScript("src/cli/main.ts", ["count"], {
      ...more,
      CSBS_ENDPOINT: await startTls(),
      OS_PROJECT_ID: projectId,
      OS_TOKEN: "x",
    });

  test("are not checked with OS_INSECURE, which is warned of", async () => {
    const { code, stdout, stderr } = await count({ OS_INSECURE: "true" });
    expect([code, stdout]).toEqual([0, "3\n"]);
    expect(stderr).toMatch(
      /^csbs: warning: certificates are not checked, because of the variable OS_INSECURE\n/,
    );
  });

  test("are not checked for IAM either, which is asked first", async () => {
    const url = await startTls();
    const { code, stdout } = await runScript("src/cli/main.ts", ["count"], {
      OS_INSECURE: "1",
      CSBS_ENDPOINT: url,
      OS_AUTH_URL: url,
      OS_PROJECT_NAME: "eu-de_shop",
      OS_TOKEN: "x",
    });
    expect([code, stdout]).toEqual([0, "3\n"]);
  });

  test("are checked with OS_INSECURE=false", async () => {
    const { code, stderr } = await count({ OS_INSECURE: "false", NODE_EXTRA_CA_CERTS: "" });
    expect([code, stderr]).toEqual([1, expect.stringContaining("SELF_SIGNED_CERT")]);
  });
});

describe("csbs config", () => {
  test("shows settings with their source, and no secret", async () => {
    setVariables({ ...jane(), OS_PROJECT_NAME: "eu-de_shop" });
    const { code, stdout, stderr } = await csbs("config", "--region", "eu-de");
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(/^setting +value +source\n/);
    expect(stdout).toMatch(/^region +eu-de +--region$/m);
    expect(stdout).toMatch(/^password +\[redacted\] +OS_PASSWORD$/m);
    expect(stdout).not.toContain(password);
  });

  test("has nothing to say of the mock", async () => {
    const { code, stderr } = await csbs("config", "--mock");
    expect([code, stderr]).toEqual([2, "csbs: the mock has no settings; leave --mock out\n"]);
  });

  test("says everything that is missing, and exits with 1", async () => {
    const { code, stdout, stderr } = await csbs("config");
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toMatch(/no endpoint: .*no project ID: .*no token: /);
  });
});
