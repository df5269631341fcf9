import { describe, expect, test } from "vitest";
import {
  type CsbsClientOptions,
  CsbsConfigError,
  CsbsError,
  createCsbsClient,
  token,
} from "../../src/index.ts";
import { json, projectId, rejection, secret, stubbedClient } from "../support/client.ts";

const good: CsbsClientOptions = {
  endpoint: "https://csbs.eu-de.otc.t-systems.com",
  projectId,
  auth: token(secret),
};

describe("options that cannot work are refused when the client is created", () => {
  const refused: [title: string, options: object, message: RegExp][] = [
    ["no endpoint", { endpoint: undefined }, /^missing: endpoint \(usually CSBS_ENDPOINT\) or region/],
    ["an empty endpoint", { endpoint: "" }, /^missing: endpoint/],
    ["endpoint and region", { region: "eu-de" }, /endpoint and region exclude each other/],
    [
      "a region without CSBS",
      { endpoint: undefined, region: "eu-nl" },
      /unknown region "eu-nl"; expected eu-de \(Open Telekom Cloud\) or names like cn-north-1/,
    ],
    [
      "a region that would lead elsewhere",
      { endpoint: undefined, region: "evil.example/cn-north-1" },
      /unknown region/,
    ],
    ["an endpoint without a scheme", { endpoint: "csbs.eu-de.otc.t-systems.com" }, /endpoint must be/],
    ["another scheme", { endpoint: "ftp://csbs.example.com" }, /endpoint must be/],
    ["a password in the endpoint", { endpoint: "https://u:p@csbs.example.com" }, /no user, password/],
    ["a query in the endpoint", { endpoint: "https://csbs.example.com?a=1" }, /no user, password, query/],
    ["the version in the endpoint", { endpoint: "https://csbs.example.com/v1" }, /must end before \/v1/],
    [
      "version and project",
      { endpoint: `https://csbs.example.com/v1/${projectId}/` },
      /must end before \/v1/,
    ],
    ["no project", { projectId: undefined }, /^missing: projectId \(usually OS_PROJECT_ID\)$/],
    ["an empty project", { projectId: "" }, /^missing: projectId/],
    [
      "a project's name",
      { projectId: "eu-de_shop" },
      /must be the ID of the project, 32 hex digits, not its name/,
    ],
    ["no auth", { auth: undefined }, /^missing: auth, such as token\(…\)$/],
    ["a bare token for auth", { auth: secret }, /auth must be a function/],
    ["a timeout of 0", { timeout: 0 }, /timeout must be a number/],
    ["a timeout that is not a number", { timeout: Number.NaN }, /timeout must be a number/],
    [
      "a header that objects lose",
      { headers: Object.fromEntries([["__proto__", "1"]]) },
      /the header "__proto__" cannot be sent/,
    ],
    ["a header name with a blank", { headers: { "X Y": "1" } }, /the header "X Y" cannot be sent/],
    [
      "a header value with a line break",
      { headers: { "X-Key": `${secret}\nX: 1` } },
      /the header "X-Key" cannot/,
    ],
  ];
  for (const [title, options, message] of refused) {
    test(title, () => {
      const create = () => createCsbsClient({ ...good, ...options } as CsbsClientOptions);
      expect(create).toThrow(CsbsConfigError);
      expect(create).toThrow(message);
      expect(create).not.toThrow(secret);
    });
  }
});

describe("options of a call that cannot work are refused before anything is sent", () => {
  test("timeout and headers", async () => {
    const { csbs, requests } = stubbedClient(() => json({ count: 1 }));
    const timeout = await rejection(csbs.countBackups({}, { timeout: -1 }));
    const headers = await rejection(csbs.countBackups({}, { headers: { "X-Key": `${secret}\nX: 1` } }));
    expect(timeout).toMatchObject({ name: "CsbsConfigError", operation: "countBackups" });
    expect((headers as Error).message).toBe(
      'countBackups: the header "X-Key" cannot be sent: its name or value is not allowed',
    );
    expect(requests).toHaveLength(0);
  });
});

describe("where requests go", () => {
  const endpoints = [
    ["https://csbs.example.com", "https://csbs.example.com/v1/"],
    ["https://csbs.example.com/", "https://csbs.example.com/v1/"],
    ["http://127.0.0.1:4010", "http://127.0.0.1:4010/v1/"],
    ["https://proxy.example.com/csbs//", "https://proxy.example.com/csbs/v1/"],
  ] as const;
  for (const [endpoint, start] of endpoints) {
    test(endpoint, async () => {
      const { csbs, requests } = stubbedClient(() => json({ count: 1 }), { endpoint });
      await csbs.countBackups();
      expect(requests[0]?.url).toBe(`${start}${projectId}/checkpoint_items/count`);
    });
  }

  test("a path parameter is percent-encoded", async () => {
    const { csbs, requests } = stubbedClient(() => json({ checkpoint_item: {} }));
    await csbs.getBackup({ checkpoint_item_id: "a/../b?c#d" });
    expect(requests[0]?.url).toBe(
      `https://csbs.example.com/v1/${projectId}/checkpoint_items/a%2F..%2Fb%3Fc%23d`,
    );
  });
});

describe("setup", () => {
  test("everything missing is named at once, with the usual variables", () => {
    const create = () =>
      createCsbsClient({ endpoint: undefined, projectId: undefined, auth: token(undefined) });
    expect(create).toThrow(CsbsConfigError);
    expect(create).toThrow(
      "missing: endpoint (usually CSBS_ENDPOINT) or region (usually OS_REGION_NAME), projectId (usually OS_PROJECT_ID), token (usually OS_TOKEN)",
    );
  });

  const regions = [
    ["eu-de", "https://csbs.eu-de.otc.t-systems.com"],
    ["cn-north-1", "https://csbs.cn-north-1.myhuaweicloud.com"],
    ["ap-southeast-3", "https://csbs.ap-southeast-3.myhuaweicloud.com"],
  ] as const;
  test.each(regions)("region %s is %s", async (region, origin) => {
    const { csbs, requests } = stubbedClient(() => json({ count: 1 }), { endpoint: undefined, region });
    await csbs.countBackups();
    expect(new URL(requests[0]?.url ?? "").origin).toBe(origin);
  });

  test("a project may come with each call instead", async () => {
    const { projectId: _, ...others } = good;
    const fetch = async () => json({ count: 1 });
    const csbs = createCsbsClient({ ...others, fetch } as CsbsClientOptions);
    expect(await csbs.countBackups({ project_id: projectId })).toEqual({ count: 1 });
    const error = (await rejection(csbs.countBackups())) as Error;
    expect(error).toBeInstanceOf(CsbsConfigError);
    expect(error.message).toBe(
      "countBackups: the path parameter project_id must be a string that is not empty; pass it, or projectId to createCsbsClient",
    );
  });

  test("IDs in capitals or with hyphens are left to the service", async () => {
    const { csbs, requests } = stubbedClient(() => json({ count: 1 }));
    for (const id of [projectId.toUpperCase(), "e0b97bac-532c-4c51-96fa-4b3a32253be4"]) {
      await csbs.countBackups({ project_id: id });
    }
    expect(requests).toHaveLength(2);
  });
});

describe("headers", () => {
  test("those of a call win over those of the client", async () => {
    const { csbs, requests } = stubbedClient(() => json({ count: 1 }), {
      headers: { "X-A": "1", "X-B": "1" },
    });
    await csbs.countBackups({}, { headers: { "X-B": "2" } });
    expect([requests[0]?.headers.get("x-a"), requests[0]?.headers.get("x-b")]).toEqual(["1", "2"]);
  });

  test("a GET has no content type", async () => {
    const { csbs, requests } = stubbedClient(() => json({ count: 1 }));
    await csbs.countBackups();
    expect(requests[0]?.headers.has("content-type")).toBe(false);
  });
});

test("every error of the package is a CsbsError", () => {
  expect(new CsbsConfigError("x")).toBeInstanceOf(CsbsError);
});

describe("plain http", () => {
  const remote = "http://csbs.example.com";

  test("is refused for any host but this machine", () => {
    for (const endpoint of [
      remote,
      "http://192.168.0.1",
      "http://127.0.0.1.example.com",
      "http://localhost.example",
    ]) {
      expect(() => createCsbsClient({ ...good, endpoint })).toThrow(
        /must be https: credentials would be readable/,
      );
    }
  });

  test("goes to this machine, and elsewhere when the caller insists", () => {
    for (const endpoint of [
      "http://localhost:1",
      "http://127.0.0.2",
      "http://[::1]:4010",
      "http://csbs.localhost",
    ]) {
      expect(() => createCsbsClient({ ...good, endpoint })).not.toThrow();
    }
    expect(() => createCsbsClient({ ...good, endpoint: remote, allowHttp: true })).not.toThrow();
  });
});

describe("validate", () => {
  const resource_id = "9422f270-6fcf-4ba2-9319-a007f2f63a8e";

  test("keeps a body that does not fit from being sent", async () => {
    const { csbs, requests } = stubbedClient(() => json({}), {
      validate: ({ kind }) => (kind === "body" ? "protect/backup_name must be text" : undefined),
    });
    const error = await rejection(csbs.createBackup({ resource_id, body: { protect: {} } }));
    expect(error).toBeInstanceOf(CsbsConfigError);
    expect((error as Error).message).toBe("createBackup: protect/backup_name must be text");
    expect(requests).toHaveLength(0);
  });

  test("refuses a response that does not fit", async () => {
    const { csbs } = stubbedClient(() => json({ count: "1" }), {
      validate: ({ kind, operation, value }) =>
        kind === "response" ? `${operation} ${JSON.stringify(value)}: count must be integer` : undefined,
    });
    expect(await rejection(csbs.countBackups())).toMatchObject({
      name: "CsbsResponseError",
      status: 200,
      body: { count: "1" },
      message: expect.stringContaining("a body that does not fit the description: countBackups"),
    });
  });
});
