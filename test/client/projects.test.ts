import { describe, expect, test } from "vitest";
import {
  accessKey,
  keystonePassword,
  type ListProjectsOptions,
  listProjects,
  token,
} from "../../src/index.ts";
import { json, projectId, rejection, secret } from "../support/client.ts";
import { playing } from "../support/scenario.ts";

const users = [
  {
    name: "ann",
    password: "only-for-tests",
    domain: "OTC00000000001000000001",
    projects: [{ name: "eu-de_shop", id: projectId }, { name: "eu-de" }],
  },
];
const user = { username: "ann", password: "only-for-tests", userDomain: "OTC00000000001000000001" };

/** Lists by a fetch that gives this response. */
function listing(response: Response, options: Partial<ListProjectsOptions> = {}) {
  const authUrl = "https://iam.example.com/v3";
  return listProjects({ authUrl, auth: token(secret), fetch: async () => response, retries: 0, ...options });
}

describe("listProjects", () => {
  test("lists the projects of a user, by a password without a project", async () => {
    const { mock } = await playing({ users });
    const authUrl = `${mock.url}/v3`;
    const projects = await listProjects({
      authUrl,
      auth: keystonePassword({ authUrl, ...user, unscoped: true }),
    });
    expect(projects).toEqual([
      { id: projectId, name: "eu-de_shop", domainId: expect.any(String), enabled: true },
      {
        id: expect.stringMatching(/^[0-9a-f]{32}$/),
        name: "eu-de",
        domainId: expect.any(String),
        enabled: true,
      },
    ]);
    expect(mock.requests.map(({ method, target }) => `${method} ${target}`)).toEqual([
      "POST /v3/auth/tokens",
      "GET /v3/auth/projects",
    ]);
  });

  test("takes a token and an access key", async () => {
    const { mock } = await playing({ users });
    const authUrl = `${mock.url}/v3/`;
    expect(
      await listProjects({ authUrl, auth: accessKey({ accessKey: "AK", secretKey: "SK" }) }),
    ).toHaveLength(2);
    const { mock: open } = await playing({});
    expect(await listProjects({ authUrl: `${open.url}/v3`, auth: token(secret) })).toHaveLength(1);
  });

  test("says that IAM refuses", async () => {
    const { mock } = await playing({ users });
    const error = await rejection(
      listProjects({ authUrl: `${mock.url}/v3`, auth: token("unknown"), retries: 0 }),
    );
    expect(error).toMatchObject({ name: "CsbsApiError", status: 401, operation: "listProjects" });
  });

  test("asks again after a failure of the gateway", async () => {
    const responses = [json({}, { status: 503 }), json({ projects: [] })];
    const fetch = async () => responses.shift() as Response;
    expect(await listing(json({}), { fetch, retries: { attempts: 2, baseDelay: 1 } })).toEqual([]);
  });

  test("takes what is left out for unknown, and a project for enabled", async () => {
    const projects = [
      { id: "1", name: "a" },
      { id: "2", name: "b", enabled: false, domain_id: "d" },
    ];
    expect(await listing(json({ projects }))).toEqual([
      { id: "1", name: "a", domainId: undefined, enabled: true },
      { id: "2", name: "b", domainId: "d", enabled: false },
    ]);
  });

  test("refuses a response without a list of projects", async () => {
    for (const body of [{}, { projects: {} }, { projects: [null] }, { projects: [{ id: 1, name: "a" }] }]) {
      expect(await rejection(listing(json(body)))).toMatchObject({
        name: "CsbsResponseError",
        message: "listProjects: responded 200 with a body without a list of projects",
      });
    }
  });

  test("refuses what cannot work before anything is sent", async () => {
    const fetch = () => Promise.reject(new Error("this must not be sent"));
    const wrong: [Partial<ListProjectsOptions>, RegExp][] = [
      [{ authUrl: undefined }, /authUrl/],
      [{ authUrl: "http://iam.example.com/v3" }, /authUrl must be https/],
      [{ auth: undefined }, /missing: auth/],
      [{ colour: "red" } as object, /unknown option/],
    ];
    for (const [options, message] of wrong) {
      const error = await rejection(listing(json({}), { fetch, ...options }));
      expect(error).toMatchObject({ name: "CsbsConfigError", message: expect.stringMatching(message) });
    }
  });
});

test("a password with neither a project nor unscoped lacks the project", () => {
  expect(keystonePassword({ authUrl: "https://iam.example.com/v3", ...user }).missing).toEqual([
    "project or projectId (usually OS_PROJECT_NAME or OS_PROJECT_ID)",
  ]);
});
