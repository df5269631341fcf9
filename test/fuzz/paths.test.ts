import fc from "fast-check";
import { describe, expect, vi } from "vitest";
import {
  CsbsConfigError,
  createCsbsClient,
  fixedParameters,
  keystonePassword,
  token,
} from "../../src/index.ts";
import type { FoundOperation } from "../../src/spec/operations.ts";
import { clearVariables, csbs as command, connection } from "../cli/support.ts";
import { json, projectId, secret, stubbedClient } from "../support/client.ts";
import { bodiesOf, byExample } from "../support/requests.ts";
import { operations } from "../support/spec.ts";
import { methodOf } from "./calls.ts";
import { holds } from "./property.ts";
import { hostileTexts } from "./texts.ts";

/** One hostile value for one parameter of a path. */
const hostileIds = fc.constantFrom(...operations).chain((found) =>
  fc.record({
    found: fc.constant(found),
    name: fc.constantFrom(...namesIn(found.path)),
    value: hostileTexts,
  }),
);

describe("a hostile ID stays in its segment, or is refused before anything is sent", () => {
  const { csbs, requests } = stubbedClient(() => new Response("{}"));

  holds("by method", 8000, hostileIds, async ({ found, name, value }) => {
    const call = () => methodOf(csbs, found)({ ...pathOf(found, name, value), ...bodyOf(found) });
    await expectInSegment(call, found, { name, value }, requests);
  });

  holds("by path", 4000, hostileIds, async ({ found, name, value }) => {
    const send = csbs.http.request as (method: string, path: string, init: object) => Promise<unknown>;
    const init = { params: { path: pathOf(found, name, value) }, ...bodyOf(found) };
    const call = () => send(found.method, found.path, init);
    await expectInSegment(call, found, { name, value }, requests);
  });
});

describe("on the command line too", () => {
  holds("every command", 400, hostileIds, async ({ found, name, value }) => {
    if (name === "project_id" || name in fixedParameters) return;
    clearVariables();
    const requests: Request[] = [];
    vi.stubGlobal("fetch", async (...sent: ConstructorParameters<typeof Request>) => {
      requests.push(new Request(...sent));
      return json({});
    });
    const { project_id: _, provider_id: __, ...own } = pathOf(found, name, value);
    const options = Object.entries(own).map(([key, text]) => `--${key.replaceAll("_", "-")}=${text}`);
    const { body } = bodyOf(found) as { body?: unknown };
    const given = body === undefined ? [] : ["--body", JSON.stringify(body)];
    const commandName = found.operation.operationId.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    const { code } = await command(
      commandName,
      ...options,
      ...given,
      ...connection("https://csbs.example.com"),
    );
    if (requests.length === 0) expect(code).toBe(2);
    else expectSegments(requests[0] as Request, found, { name, value });
  });
});

describe("no endpoint leads elsewhere than it says", () => {
  const endpoints = fc.tuple(fc.constantFrom("https://", "https:", "http://127.0.0.1", ""), hostileTexts);

  holds("the service's", 4000, endpoints, async ([start, rest]) => {
    const endpoint = start + rest;
    const requests: Request[] = [];
    const fetch = async (...sent: ConstructorParameters<typeof Request>) => {
      requests.push(new Request(...sent));
      return json({ count: 1 });
    };
    const error = await thrownBy(async () => {
      await createCsbsClient({ endpoint, projectId, auth: token(secret), fetch }).countBackups();
    });
    if (error !== undefined) return expect(error).toBeInstanceOf(CsbsConfigError);
    const { origin, pathname } = new URL(endpoint);
    const [{ url } = { url: "" }] = requests;
    expect(url).toBe(`${origin}${pathname.replace(/\/+$/, "")}/v1/${projectId}/checkpoint_items/count`);
  });

  holds("IAM's", 4000, endpoints, async ([start, rest]) => {
    const authUrl = `${start}${rest}/v3`;
    const asked: string[] = [];
    const fetch = async (url: unknown) => {
      asked.push(String(url));
      return json(
        { token: { expires_at: "2999-01-01T00:00:00Z" } },
        { status: 201, headers: { "X-Subject-Token": secret } },
      );
    };
    const user = { username: "u", password: "p", userDomain: "d", project: "eu-de" };
    const error = await thrownBy(async () => {
      const auth = keystonePassword({ authUrl, ...user, fetch: fetch as typeof globalThis.fetch });
      await auth(new Request("https://csbs.example.com"));
    });
    if (error !== undefined) return expect(error).toBeInstanceOf(CsbsConfigError);
    const { origin, pathname } = new URL(authUrl);
    expect(asked).toEqual([`${origin}${pathname}/auth/tokens`]);
  });
});

function namesIn(path: string): string[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as string);
}

function pathOf({ path, parameters }: FoundOperation, name: string, value: string): Record<string, unknown> {
  const examples = byExample(parameters);
  const values = { ...examples, ...fixedParameters, project_id: projectId, [name]: value };
  return Object.fromEntries(namesIn(path).map((key) => [key, values[key as keyof typeof values]]));
}

function bodyOf(found: FoundOperation): { body?: unknown } {
  const [{ body } = { body: undefined }] = bodiesOf(found);
  return body === undefined ? {} : { body };
}

interface HostileId {
  name: string;
  value: string;
}

async function expectInSegment(
  call: () => Promise<unknown>,
  found: FoundOperation,
  id: HostileId,
  requests: Request[],
): Promise<void> {
  const error = await thrownBy(call);
  const [request] = requests.splice(0);
  if (request !== undefined) return expectSegments(request, found, id);
  expect(error).toBeInstanceOf(CsbsConfigError);
}

function expectSegments(
  request: Request,
  { path, parameters }: FoundOperation,
  { name, value }: HostileId,
): void {
  const { origin, pathname, search, hash } = new URL(request.url);
  expect([origin, search, hash]).toEqual(["https://csbs.example.com", "", ""]);
  const values: Record<string, unknown> = {
    ...byExample(parameters),
    ...fixedParameters,
    project_id: projectId,
    [name]: value,
  };
  expect(pathname.split("/").map(decodeURIComponent)).toEqual(
    path.split("/").map((segment) => (segment.startsWith("{") ? values[segment.slice(1, -1)] : segment)),
  );
}

/** What is thrown or rejected with; undefined where nothing is. */
async function thrownBy(call: () => Promise<unknown>): Promise<unknown> {
  try {
    await call();
    return undefined;
  } catch (error) {
    return error;
  }
}
