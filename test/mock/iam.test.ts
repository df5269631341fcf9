import { describe, expect, onTestFinished, test } from "vitest";
import { operationTable } from "../../generated/operations.ts";
import { accessKey, keystonePassword, token } from "../../src/index.ts";
import { lifetime, Tokens } from "../../src/mock/iam/tokens.ts";
import { CsbsScenarioError, type Scenario, startMock } from "../../src/mock.ts";
import { projectId, rejection, secret, testClient } from "../support/client.ts";
import { findOperation, responsesOf } from "../support/spec.ts";

interface Reply {
  status: number;
  headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: bodies of IAM have no types of ours
  body: any;
}

type Ask = (
  method: string,
  path: string,
  init?: { headers?: Record<string, string>; body?: unknown },
) => Promise<Reply>;

/** A mock, and a function that sends it a request as OpenStack clients do. */
async function started(scenario: Scenario = {}, lines: string[] = []) {
  const mock = await startMock({ scenario, log: (line) => lines.push(line) });
  onTestFinished(() => mock.stop());
  const ask: Ask = async (method, path, { headers = {}, body } = {}) => {
    const response = await fetch(mock.url + path, {
      method,
      headers: { ...(body === undefined ? {} : { "Content-Type": "application/json" }), ...headers },
      ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: text === "" ? undefined : JSON.parse(text),
    };
  };
  /** Signs in, and resolves to the token with what it stands for. */
  const signIn = async (body: unknown, path = "/v3/auth/tokens") => {
    const reply = await ask("POST", path, { body });
    return { ...reply, id: reply.headers.get("X-Subject-Token") ?? "", token: reply.body?.token };
  };
  return { mock, ask, signIn, lines };
}

const user = { name: "ann", password: secret, domain: { name: "OTC00000000001000000001" } };
const byPassword = (scope?: unknown, who: object = user) => ({
  auth: {
    identity: { methods: ["password"], password: { user: who } },
    ...(scope === undefined ? {} : { scope }),
  },
});
const byToken = (id: string, scope?: unknown) => ({
  auth: { identity: { methods: ["token"], token: { id } }, ...(scope === undefined ? {} : { scope }) },
});
const inRegion = { project: { name: "eu-de" } };
const withToken = (id: string) => ({ headers: { "X-Auth-Token": id } });
const subject = (id: string, own = id) => ({ headers: { "X-Auth-Token": own, "X-Subject-Token": id } });
const refused = (status: number, title: string, message: RegExp = /./) => ({
  status,
  body: { error: { code: status, title, message: expect.stringMatching(message) } },
});
const required = /^The request you have made requires authentication\.$/;
/** The description's example of such a refusal, which the service may relay. */
const relayed = responsesOf(findOperation("countBackups")).find(
  ({ example }) => example === "iamUnauthorized",
);
const keystoneTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/;

describe("versions", () => {
  test("the root lists them with 300, /v3 shows the one, and links lead back to where they were found", async () => {
    const { mock, ask } = await started();
    const version = {
      id: "v3.6",
      status: "stable",
      links: [{ rel: "self", href: `${mock.url}/v3/` }],
      "media-types": [{ base: "application/json", type: "application/vnd.openstack.identity-v3+json" }],
    };
    expect(await ask("GET", "/")).toMatchObject({ status: 300, body: { versions: { values: [version] } } });
    for (const path of ["/v3", "/v3/"]) {
      expect(await ask("GET", path)).toMatchObject({ status: 200, body: { version } });
    }
    expect(await ask("HEAD", "/v3")).toMatchObject({ status: 200, body: undefined });
  });

  test("links follow the name by which a client reaches the mock", async () => {
    const { mock, ask, signIn } = await started();
    const { port } = new URL(mock.url);
    const response = await fetch(`http://localhost:${port}/v3`);
    const { version } = (await response.json()) as { version: { links: { href: string }[] } };
    expect(version.links[0]?.href).toBe(`http://localhost:${port}/v3/`);
    const { token } = await signIn(byPassword(inRegion));
    expect(token.catalog[0].endpoints[0].url).toBe(`${mock.url}/v1/${token.project.id}`);
    expect((await ask("GET", "/v3/projects", withToken("any"))).body.links.self).toBe(
      `${mock.url}/v3/projects`,
    );
  });
});

describe("signing in", () => {
  test("returns the token with user, project, roles, times and catalog", async () => {
    const { mock, signIn } = await started();
    const before = Date.now();
    const { status, id, token } = await signIn(byPassword(inRegion));
    expect([status, id]).toEqual([201, expect.stringMatching(/^\S+$/)]);
    const hex = expect.stringMatching(/^[0-9a-f]{32}$/);
    const domain = { id: hex, name: user.domain.name };
    const endpoint = (region: string, path: string) => ({
      id: hex,
      interface: "public",
      region,
      region_id: region,
      url: mock.url + path,
    });
    expect(token).toEqual({
      methods: ["password"],
      user: { id: hex, name: "ann", domain },
      project: { id: hex, name: "eu-de", domain },
      roles: [{ id: hex, name: "te_admin" }],
      catalog: [
        {
          id: hex,
          type: "data-protect",
          name: "karbor",
          endpoints: [endpoint("eu-de", `/v1/${token.project.id}`)],
        },
        {
          id: hex,
          type: "identity",
          name: "keystone",
          endpoints: [endpoint("eu-de", "/v3"), endpoint("*", "/v3")],
        },
      ],
      issued_at: expect.stringMatching(keystoneTime),
      expires_at: expect.stringMatching(keystoneTime),
    });
    expect(Date.parse(token.issued_at)).toBeGreaterThanOrEqual(before);
    expect(Date.parse(token.expires_at) - Date.parse(token.issued_at)).toBe(lifetime);
  });

  test.each([
    ["its ID", { project: { id: projectId } }, { id: projectId, name: "eu-de_0605767e" }],
    ["its name", { project: { name: "cn-north-1" } }, { name: "cn-north-1" }],
    [
      "its name and domain",
      { project: { name: "x", domain: { name: "D" } } },
      { name: "x", domain: { name: "D" } },
    ],
    [
      "its name and domain ID",
      { project: { name: "x", domain: { id: "default" } } },
      { domain: { name: "Default" } },
    ],
  ])("a project goes by %s", async (_, scope, project) => {
    const { signIn } = await started();
    expect((await signIn(byPassword(scope))).token).toMatchObject({ project });
  });

  test.each([
    ["eu-de", "eu-de"],
    ["eu-de_shop", "eu-de"],
    ["cn-north-1", "cn-north-1"],
    ["ap-southeast-3_shop", "ap-southeast-3"],
    ["my-project", "eu-de"],
  ])("the endpoint of project %s is in region %s", async (name, region) => {
    const { signIn } = await started();
    const { token } = await signIn(byPassword({ project: { name } }));
    expect(token.catalog[0].endpoints.map((endpoint: { region: string }) => endpoint.region)).toEqual([
      region,
    ]);
  });

  test("a domain goes by ID or name, and has no endpoint of the service", async () => {
    const { signIn } = await started();
    const { token } = await signIn(byPassword({ domain: user.domain }));
    expect(token).toMatchObject({ domain: user.domain, roles: [{ name: "te_admin" }] });
    expect(token.project).toBeUndefined();
    expect(token.catalog.map(({ type }: { type: string }) => type)).toEqual(["identity"]);
    const again = await signIn(byPassword({ domain: { id: token.domain.id } }));
    expect(again.token.domain).toEqual(token.domain);
  });

  test.each([undefined, "unscoped", { unscoped: {} }])(
    "with the scope %j there is neither",
    async (scope) => {
      const { signIn } = await started();
      const { status, token } = await signIn(byPassword(scope));
      expect(status).toBe(201);
      expect(Object.keys(token).sort()).toEqual(["expires_at", "issued_at", "methods", "user"]);
    },
  );

  test("the same names have the same IDs in every mock, and other names have others", async () => {
    const [one, other] = [await started(), await started()];
    const first = await one.signIn(byPassword(inRegion));
    expect((await other.signIn(byPassword(inRegion))).token.project).toEqual(first.token.project);
    const elsewhere = await one.signIn(byPassword({ project: { name: "eu-de", domain: { name: "other" } } }));
    expect(elsewhere.token.project.id).not.toBe(first.token.project.id);
  });

  test("nocatalog empties the catalog", async () => {
    const { ask, signIn } = await started();
    for (const path of ["/v3/auth/tokens?nocatalog", "/v3/auth/tokens/?nocatalog=1"]) {
      expect((await signIn(byPassword(inRegion), path)).token).toMatchObject({
        catalog: [],
        project: { name: "eu-de" },
      });
    }
    const { id } = await signIn(byPassword(inRegion));
    expect((await ask("GET", "/v3/auth/tokens?nocatalog", subject(id))).body.token.catalog).toEqual([]);
  });

  test("a token gets another one, for the same user, no longer than itself", async () => {
    const { signIn } = await started();
    const first = await signIn(byPassword());
    const second = await signIn(byToken(first.id, { project: { id: projectId } }));
    expect(second.status).toBe(201);
    expect(second.id).not.toBe(first.id);
    expect(second.token).toMatchObject({
      user: first.token.user,
      methods: ["password", "token"],
      expires_at: first.token.expires_at,
      project: { id: projectId },
    });
  });

  test("any token will do for another one, as for everything else", async () => {
    const { signIn } = await started();
    expect(await signIn(byToken("of another IAM", inRegion))).toMatchObject({
      status: 201,
      token: { user: { name: "mock" }, project: { name: "eu-de" } },
    });
  });
});

describe("a malformed body is refused with 400, by the name of what is wrong", () => {
  const identity = { methods: ["password"], password: { user } };
  test.each<[string, unknown, RegExp]>([
    ["nothing", "{}", /find auth, an object, in request body/],
    ["a list", [], /a JSON object in request body/],
    ["invalid JSON", "{", /a JSON object in request body/],
    ["no identity", { auth: {} }, /find identity/],
    ["no methods", { auth: { identity: {} } }, /find methods/],
    ["empty methods", { auth: { identity: { methods: [] } } }, /find methods/],
    ["methods of numbers", { auth: { identity: { methods: [1] } } }, /find methods/],
    ["a method without its part", { auth: { identity: { methods: ["password"] } } }, /find password/],
    ["no user", { auth: { identity: { methods: ["password"], password: {} } } }, /find user/],
    ["no name", byPassword(undefined, { password: secret }), /find id or name/],
    ["no password", byPassword(undefined, { ...user, password: undefined }), /find password/],
    ["a number for a password", byPassword(undefined, { ...user, password: 1 }), /find password/],
    ["a password of 5,000", byPassword(undefined, { ...user, password: "x".repeat(5000) }), /at most 4096/],
    [
      "a name without a domain",
      byPassword(undefined, { name: "ann", password: secret }),
      /find domain in user/,
    ],
    [
      "a name of 300",
      byPassword(undefined, { ...user, name: "x".repeat(300) }),
      /name in user must have at most 255/,
    ],
    ["no ID of the token", { auth: { identity: { methods: ["token"], token: {} } } }, /find id/],
    ["a scope that is null", { auth: { identity, scope: null } }, /find scope/],
    ["an empty scope", { auth: { identity, scope: {} } }, /either project or domain/],
    [
      "two scopes",
      { auth: { identity, scope: { ...inRegion, domain: { id: "x" } } } },
      /either project or domain/,
    ],
    ["a project without a name", { auth: { identity, scope: { project: {} } } }, /find id or name/],
  ])("%s", async (_, body, message) => {
    const { signIn } = await started();
    const reply = await signIn(body);
    expect(reply).toMatchObject(refused(400, "Bad Request", message));
    expect(reply.id).toBe("");
    expect(reply.body.error.message).toMatch(/The client is assumed to be in error\.$/);
  });

  test("another media type", async () => {
    const { ask } = await started();
    const form = { headers: { "Content-Type": "application/x-www-form-urlencoded" }, body: byPassword() };
    expect(await ask("POST", "/v3/auth/tokens", form)).toMatchObject(
      refused(400, "Bad Request", /application\/json in Content-Type/),
    );
  });

  test.each<[what: string, headers: Record<string, string>, body: string, message: RegExp]>([
    ["UTF-16", { "Content-Type": "application/json; charset=utf-16" }, "{}", /in UTF-8/],
    ["compressed", { "Content-Encoding": "gzip" }, "{}", /without Content-Encoding/],
    ["too many lists", {}, `[${"[],".repeat(100_000)}[]]`, /^The body has more than 10000 values\. /],
    ["too many levels", {}, "[".repeat(6_000_000), /^The body is nested more than 100 levels deep\. /],
  ])("%s", async (_, headers, body, message) => {
    const { ask } = await started();
    for (const path of ["/v3/auth/tokens", "/v3.0/OS-CREDENTIAL/securitytokens"]) {
      const sent = { headers: { "X-Auth-Token": "t", ...headers }, body };
      expect(await ask("POST", path, sent)).toMatchObject(refused(400, "Bad Request", message));
    }
  });

  test.each([
    ["a method that IAM does not have", { auth: { identity: { methods: ["totp"], totp: {} } } }],
    ["a scope that it does not have", byPassword({ system: { all: true } })],
    ["a project whose ID is none", byPassword({ project: { id: "eu-de" } })],
  ])("%s is refused with 401", async (_, body) => {
    const { signIn } = await started();
    expect(await signIn(body)).toMatchObject(refused(401, "Unauthorized", required));
  });
});

describe("a token", () => {
  test("can be validated, by itself or with another", async () => {
    const { ask, signIn } = await started();
    const { id, token } = await signIn(byPassword(inRegion));
    const inspected = await ask("GET", "/v3/auth/tokens", subject(id));
    expect(inspected).toMatchObject({ status: 200, body: { token } });
    expect(inspected.headers.get("X-Subject-Token")).toBe(id);
    expect(await ask("HEAD", "/v3/auth/tokens", subject(id, "another"))).toMatchObject({
      status: 200,
      body: undefined,
    });
  });

  test("that is unknown cannot", async () => {
    const { ask } = await started();
    expect(await ask("GET", "/v3/auth/tokens", subject("unknown", "any"))).toMatchObject(
      refused(404, "Not Found"),
    );
    expect(await ask("DELETE", "/v3/auth/tokens", subject("unknown", "any"))).toMatchObject(
      refused(404, "Not Found"),
    );
    expect(await ask("GET", "/v3/auth/tokens", withToken("any"))).toMatchObject(
      refused(400, "Bad Request", /X-Subject-Token/),
    );
  });

  test("is worth nothing once it is revoked", async () => {
    const { mock, ask, signIn } = await started();
    const { id } = await signIn(byPassword(inRegion));
    const csbs = testClient({ endpoint: mock.url, auth: token(id) });
    expect(await csbs.countBackups()).toEqual({ count: 10 });
    expect(await ask("DELETE", "/v3/auth/tokens", subject(id))).toMatchObject({
      status: 204,
      body: undefined,
    });
    expect(await rejection(csbs.countBackups())).toMatchObject({ status: 401, code: "APIGW.0301" });
    expect(await ask("GET", "/v3/auth/tokens", subject(id, "any"))).toMatchObject(refused(404, "Not Found"));
    expect(await ask("GET", "/v3/auth/projects", withToken(id))).toMatchObject(refused(401, "Unauthorized"));
    expect(await signIn(byToken(id))).toMatchObject(refused(401, "Unauthorized", required));
  });

  test("that has expired is refused by the service and by IAM", async () => {
    const { mock, ask, signIn } = await started({ tokens: { requests: 2 } });
    const { id } = await signIn(byPassword(inRegion));
    const csbs = testClient({ endpoint: mock.url, auth: token(id) });
    await ask("GET", "/v3/auth/projects", withToken(id));
    expect(await csbs.countBackups()).toEqual({ count: 10 });
    expect(await csbs.countBackups()).toEqual({ count: 10 });
    expect((await ask("GET", "/v3/auth/tokens", subject(id))).status).toBe(200);
    expect(await rejection(csbs.countBackups())).toMatchObject({
      status: 401,
      message: expect.stringContaining("token expires"),
    });
    expect(await ask("GET", "/v3/auth/projects", withToken(id))).toMatchObject(refused(401, "Unauthorized"));
  });

  test("expires by the clock too, and only the last 10,000 are remembered", () => {
    const tokens = new Tokens();
    const grant = { user: {} as never, methods: [], issued: 0, expires: Date.now() + 60_000 };
    const first = tokens.issue(grant);
    const old = tokens.issue({ ...grant, expires: Date.now() });
    expect([tokens.stateOf(first), tokens.stateOf(old), tokens.stateOf("else")]).toEqual([
      "valid",
      "expired",
      "unknown",
    ]);
    for (let count = 0; count < 10_000; count++) tokens.issue(grant);
    expect(tokens.stateOf(first)).toBe("unknown");
  });
});

describe("what a credential opens", () => {
  test("catalog, projects and domains, with a token", async () => {
    const { ask, signIn } = await started();
    const { id, token } = await signIn(byPassword(inRegion));
    expect((await ask("GET", "/v3/auth/catalog", withToken(id))).body.catalog).toEqual(token.catalog);
    const project = {
      id: token.project.id,
      name: "eu-de",
      domain_id: token.project.domain.id,
      enabled: true,
      is_domain: false,
    };
    for (const path of [
      "/v3/auth/projects",
      "/v3/projects",
      "/v3/projects?name=eu-de",
      `/v3/users/${token.user.id}/projects`,
    ]) {
      const { status, body } = await ask("GET", path, withToken(id));
      expect([path, status, body.projects]).toEqual([path, 200, [expect.objectContaining(project)]]);
    }
    expect(await ask("GET", `/v3/projects/${project.id}`, withToken(id))).toMatchObject({
      status: 200,
      body: { project },
    });
    expect((await ask("GET", "/v3/auth/domains", withToken(id))).body.domains).toEqual([
      expect.objectContaining({ ...token.user.domain, enabled: true }),
    ]);
  });

  test("projects of another user do not belong to it", async () => {
    const { ask } = await started();
    expect(await ask("GET", "/v3/users/someone/projects", withToken("any"))).toMatchObject(
      refused(403, "Forbidden"),
    );
  });

  test("a project that is asked for by name has the ID that signing in gives it", async () => {
    const { ask, signIn } = await started();
    const { id } = await signIn(byPassword());
    const { body } = await ask("GET", "/v3/projects?name=cn-north-1", withToken(id));
    const { token } = await signIn(byPassword({ project: { name: "cn-north-1" } }));
    expect(body.projects).toEqual([expect.objectContaining({ id: token.project.id, name: "cn-north-1" })]);
    expect((await ask("GET", "/v3/projects?domain_id=other", withToken(id))).body.projects).toEqual([]);
    expect(await ask("GET", "/v3/projects/cn-north-1", withToken(id))).toMatchObject(
      refused(404, "Not Found"),
    );
  });

  test("without a credential there is nothing", async () => {
    const { ask } = await started();
    for (const path of [
      "/v3/auth/tokens",
      "/v3/auth/catalog",
      "/v3/auth/projects",
      "/v3/auth/domains",
      "/v3/projects",
      "/v3/services",
      "/v3/endpoints",
    ]) {
      expect(await ask("GET", path)).toMatchObject(refused(401, "Unauthorized", required));
    }
  });

  test("other methods are refused with 405, other paths by the gateway", async () => {
    const { ask } = await started();
    const { status, headers } = await ask("PUT", "/v3/auth/tokens", { ...withToken("any"), body: {} });
    expect([status, headers.get("allow")]).toEqual([405, "POST, GET, HEAD, DELETE"]);
    expect((await ask("GET", "/v3/elsewhere", withToken("any"))).body.error).toBeUndefined();
  });

  test("a signed request finds project, domain and catalog, as SDKs with access keys do", async () => {
    const { mock, ask } = await started();
    const signed = { Authorization: "SDK-HMAC-SHA256 Access=AK, SignedHeaders=host, Signature=00" };
    const [project] = (await ask("GET", "/v3/projects?name=eu-de", { headers: signed })).body.projects;
    const [domain] = (await ask("GET", "/v3/auth/domains?name=OTC1", { headers: signed })).body.domains;
    expect([project.name, domain.name]).toEqual(["eu-de", "OTC1"]);
    const headers = { ...signed, "X-Project-Id": project.id };
    const { catalog } = (await ask("GET", "/v3/auth/catalog", { headers })).body;
    expect(catalog[0].endpoints[0].url).toBe(`${mock.url}/v1/${project.id}`);
  });

  test("services and endpoints are listed, with a placeholder for the project", async () => {
    const { mock, ask } = await started();
    const { services } = (await ask("GET", "/v3/services", withToken("any"))).body;
    const { endpoints } = (await ask("GET", "/v3/endpoints", withToken("any"))).body;
    expect(services.map(({ type }: { type: string }) => type)).toEqual(["data-protect", "identity"]);
    expect(endpoints).toContainEqual(
      expect.objectContaining({
        service_id: services[0].id,
        interface: "public",
        region: "eu-de",
        url: `${mock.url}/v1/$(tenant_id)s`,
      }),
    );
    const ids = endpoints.map(({ id }: { id: string }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("temporary access keys are issued for a token", async () => {
    const { ask } = await started();
    const path = "/v3.0/OS-CREDENTIAL/securitytokens";
    const wanted = (duration_seconds: unknown) => ({
      ...withToken("any"),
      body: { auth: { identity: { methods: ["token"], token: { duration_seconds } } } },
    });
    const { status, body } = await ask("POST", path, wanted(900));
    expect([status, Object.keys(body.credential)]).toEqual([
      201,
      ["access", "secret", "securitytoken", "expires_at"],
    ]);
    expect(body.credential.expires_at).toMatch(keystoneTime);
    expect(await ask("POST", path, wanted(60))).toMatchObject(refused(400, "Bad Request", /900 to 86400/));
    expect(await ask("POST", path, { body: {} })).toMatchObject(refused(401, "Unauthorized"));
  });
});

describe("with users in the scenario", () => {
  const shop = { id: projectId, name: "eu-de_shop" };
  const users = [
    {
      name: "ann",
      password: secret,
      domain: user.domain.name,
      projects: [shop, { name: "eu-de" }],
      roles: ["reader"],
    },
    { name: "bob", password: "b0b", id: "0000000000000000000000000000000b" },
  ];
  const toShop = { project: { id: shop.id } };

  test("a password and a token sign in one user, not two", async () => {
    const { signIn } = await started({ users });
    const { id } = await signIn(byPassword());
    const withBoth = (who: object) => ({
      auth: {
        identity: { methods: ["password", "token"], password: { user: who }, token: { id } },
      },
    });
    const { id: bob, password } = users[1] as { id: string; password: string };
    expect(await signIn(withBoth({ id: bob, password }))).toMatchObject(
      refused(401, "Unauthorized", required),
    );
    expect(await signIn(withBoth(user))).toMatchObject({ status: 201 });
  });

  test("a right password gets the user's project and roles", async () => {
    const { mock, signIn } = await started({ users });
    const { status, id, token: granted } = await signIn(byPassword({ project: { name: "eu-de_shop" } }));
    expect([status, granted.project.id, granted.roles.map(({ name }: { name: string }) => name)]).toEqual([
      201,
      shop.id,
      ["reader"],
    ]);
    const csbs = testClient({ endpoint: mock.url, auth: token(id) });
    expect(await csbs.countBackups()).toEqual({ count: 10 });
    expect((await signIn(byPassword(inRegion, { id: users[1]?.id, password: "b0b" }))).status).toBe(201);
  });

  test.each<[string, unknown]>([
    ["a wrong password", byPassword(undefined, { ...user, password: "wrong" })],
    ["an unknown user", byPassword(undefined, { ...user, name: "eve" })],
    ["another domain", byPassword(undefined, { ...user, domain: { name: "Default" } })],
    [
      "a project of somebody else",
      byPassword(toShop, { name: "bob", password: "b0b", domain: { id: "default" } }),
    ],
    ["an unknown project", byPassword({ project: { name: "eu-nl" } })],
    ["another domain's scope", byPassword({ domain: { name: "Default" } })],
    ["a token that the mock has not issued", byToken("made-up")],
  ])("%s is refused as Keystone does, which tells no more", async (_, body) => {
    const { signIn } = await started({ users });
    const reply = await signIn(body);
    expect(reply).toMatchObject(refused(401, "Unauthorized", required));
    expect(reply.body).toEqual(relayed?.body);
    expect(reply.id).toBe("");
  });

  test("keystonePassword of this package says so", async () => {
    const { mock } = await started({ users });
    const sign = (password: string) =>
      keystonePassword({
        authUrl: `${mock.url}/v3`,
        username: "ann",
        password,
        userDomain: user.domain.name,
        projectId,
      });
    const csbs = (password: string) => testClient({ endpoint: mock.url, auth: sign(password) });
    expect(await csbs(secret).countBackups()).toEqual({ count: 10 });
    expect(await rejection(csbs("wrong").countBackups())).toMatchObject({
      name: "CsbsApiError",
      status: 401,
    });
  });

  test("the service takes issued tokens alone, and for their own project", async () => {
    const { mock, signIn } = await started({ users });
    const outcome = async (id: string) => {
      const csbs = testClient({ endpoint: mock.url, auth: token(id) });
      return csbs.countBackups().catch((error) => [error.status, error.code]);
    };
    expect(await outcome("made-up")).toEqual([401, "APIGW.0301"]);
    expect(await outcome((await signIn(byPassword(toShop))).id)).toEqual({ count: 10 });
    for (const scope of [inRegion, { domain: user.domain }, undefined]) {
      expect(await outcome((await signIn(byPassword(scope))).id)).toEqual([403, "APIGW.0302"]);
    }
    const signed = testClient({ endpoint: mock.url, auth: accessKey({ accessKey: "AK", secretKey: "SK" }) });
    expect(await signed.countBackups()).toEqual({ count: 10 });
  });

  test("projects are the user's own", async () => {
    const { ask, signIn } = await started({ users });
    const { id } = await signIn(byPassword());
    const names = async (path: string) =>
      (await ask("GET", path, withToken(id))).body.projects.map(({ name }: { name: string }) => name);
    expect(await names("/v3/auth/projects")).toEqual(["eu-de_shop", "eu-de"]);
    expect(await names("/v3/projects?name=eu-de")).toEqual(["eu-de"]);
    expect(await names("/v3/projects?name=eu-nl")).toEqual([]);
    expect((await ask("GET", "/v3/auth/projects", withToken("made-up"))).status).toBe(401);
  });

  test.each<[string, Scenario["users"], string]>([
    ["the same name in a domain", [users[0], users[0]] as never, "users/1/name"],
    ["the same ID", [users[1], { ...users[1], name: "eve" }] as never, "users/1/id"],
    [
      "a project twice",
      [{ ...users[0], projects: [shop, { name: shop.name }] }] as never,
      "users/0/projects/1/name",
    ],
    [
      "an ID for two projects",
      [{ ...users[0], projects: [shop, { ...shop, name: "x" }] }] as never,
      "users/0/projects/1/id",
    ],
    ["no password", [{ name: "ann" }] as never, "users/0"],
  ])("%s is refused at the start", async (_, wrong, place) => {
    const error = await rejection(startMock({ scenario: { users: wrong } as Scenario }));
    expect(error).toBeInstanceOf(CsbsScenarioError);
    expect(error).toMatchObject({ place });
    expect(String(error)).not.toContain(secret);
  });
});

test("no password and no token is kept, logged or returned", async () => {
  const users = [{ name: "ann", password: secret, domain: user.domain.name, projects: [{ name: "eu-de" }] }];
  for (const scenario of [{}, { users }]) {
    const { mock, ask, signIn, lines } = await started(scenario);
    const replies: Reply[] = [
      await signIn(byPassword(undefined, { ...user, name: secret })),
      await signIn(byPassword(undefined, { ...user, password: [secret] })),
      await signIn(`{"auth": "${secret}`),
      await signIn({ auth: { identity: { methods: ["password", secret], password: { user } } } }),
      await signIn(byToken(`${secret}-token`, { [secret]: {} })),
      await signIn({ auth: secret }),
      await ask("GET", "/v3/auth/tokens", subject(`${secret}-token`)),
      await ask("DELETE", "/v3/auth/tokens", subject(`${secret}-token`)),
      await ask("PUT", "/v3/auth/tokens", { body: byPassword() }),
      await ask("POST", "/v3/elsewhere", { body: byPassword() }),
    ].slice("users" in scenario ? 0 : 1);
    const { id } = await signIn(byPassword(inRegion));
    const { path } = operationTable.countBackups;
    await ask("GET", path.replace("{project_id}", projectId), withToken(id));
    const held = JSON.stringify([mock.requests, lines, replies.map(({ body }) => body)]);
    expect(held).not.toContain(secret);
    expect(id).not.toBe("");
    expect(held).not.toContain(id);
    expect(mock.requests.every(({ body }) => body === undefined)).toBe(true);
  }
});
