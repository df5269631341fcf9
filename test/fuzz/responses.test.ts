import fc from "fast-check";
import { describe, expect } from "vitest";
import { CsbsError, CsbsResponseError, createCsbsClient, keystonePassword } from "../../src/index.ts";
import { responseValidator, validator } from "../../src/validators.ts";
import { projectId, secret, stubbedClient, testClient } from "../support/client.ts";
import { bodiesOf, pathArguments } from "../support/requests.ts";
import { startSocketServer } from "../support/server.ts";
import { operations } from "../support/spec.ts";
import { headTexts, responses, toResponse } from "./arbitrary-responses.ts";
import { methodOf, type Parameters } from "./calls.ts";
import { holds } from "./property.ts";

const calls = fc.constantFrom(...operations).map((found) => ({ found, parameters: exampleCall(found) }));
/** Two attempts without a wait, so that responses to be retried occur too. */
const retries = { attempts: 2, baseDelay: 0, maxRetryAfter: 0 };

describe("any response ends in a value or a typed error", () => {
  holds(
    "bytes, statuses and headers",
    14_000,
    fc.record({ call: calls, response: responses }),
    async ({ call, response }) => {
      const { csbs } = stubbedClient(() => toResponse(response), { retries });
      const { value, error } = await settled(methodOf(csbs, call.found)(call.parameters));
      if (error !== undefined) return expectTyped(error);
      expect(response.breaks).toBe(false);
      expect(value).toEqual(jsonIn(response.body));
    },
  );

  holds(
    "with the validator, a value fits",
    4000,
    fc.record({ call: calls, response: responses }),
    async ({ call, response }) => {
      const { csbs } = stubbedClient(() => toResponse(response), { retries, validate: validator });
      const { value, error } = await settled(methodOf(csbs, call.found)(call.parameters));
      if (error !== undefined) return expectTyped(error);
      const { operationId: operation } = call.found.operation;
      expect(responseValidator({ operation, kind: "response", value })).toBe(undefined);
    },
  );

  holds("whatever fetch throws", 2000, fc.anything(), async (thrown) => {
    const { csbs } = stubbedClient(() => Promise.reject(thrown), { retries });
    const { error } = await settled(csbs.countBackups());
    expectTyped(error);
  });

  const bytes = fc.record({ head: headTexts, body: fc.uint8Array({ maxLength: 400 }) });
  const server = { bytes: new Uint8Array() };
  let url: Promise<string> | undefined;
  holds(
    "bytes on the wire",
    1500,
    fc.record({ call: calls, bytes }),
    async ({ call, bytes: { head, body } }) => {
      url ??= startSocketServer(() => server.bytes);
      server.bytes = Buffer.concat([Buffer.from(head, "latin1"), body]);
      const csbs = testClient({ endpoint: await url, timeout: 5000 });
      const { error } = await settled(methodOf(csbs, call.found)(call.parameters));
      if (error === undefined) return;
      expectTyped(error);
      expect((error as Error).name).not.toBe("CsbsTimeoutError");
    },
  );
});

describe("any response of IAM ends in a token or a typed error", () => {
  const user = { authUrl: "https://iam.example.com/v3", username: "u", userDomain: "d", project: "eu-de" };
  const password = 'correct horse/"battery"\nst\\äple';
  const client = (response: () => Response) =>
    createCsbsClient({
      endpoint: "https://csbs.example.com",
      projectId,
      auth: keystonePassword({ ...user, password, fetch: async () => response() }),
      fetch: async () => Response.json({ count: 1 }),
      retries: 0,
    });

  holds("bytes, statuses and headers", 4000, responses, async (response) => {
    const { value, error } = await settled(client(() => toResponse(response)).countBackups());
    if (error === undefined) expect(value).toEqual({ count: 1 });
    else expectTyped(error);
  });

  holds("an echo of the password is masked, however JSON writes it", 4000, echoes(password), async (body) => {
    const { error } = await settled(client(() => new Response(body, { status: 400 })).countBackups());
    expectTyped(error);
    const told = JSON.stringify([error, (error as Error).message, (error as Error).stack]);
    for (const text of textsIn(JSON.parse(told))) expect(text).not.toContain(password);
  });
});

/** Responses that quote a text, by JSON writers of any habit: each character escaped or not, once or twice. */
function echoes(text: string) {
  const escaped = (raw: string) =>
    fc
      .tuple(...[...raw].map((character) => fc.constantFrom(...spellings(character))))
      .map((parts) => parts.join(""));
  const shapes = ["message", "error_msg", "anything"].map(
    (name) => (quoted: string) => `{"error":{"${name}":"${quoted}"}}`,
  );
  return fc
    .tuple(escaped(text), fc.boolean(), fc.constantFrom(...shapes))
    .chain(([once, twice, shape]) => (twice ? escaped(`say "${once}"`) : fc.constant(once)).map(shape));
}

function spellings(character: string): string[] {
  const number = `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  const upper = number.replace(/[a-f]/g, (digit) => digit.toUpperCase());
  const short = JSON.stringify(character).slice(1, -1);
  return [short, number, upper, ...(character === "/" ? ["\\/"] : [])];
}

/** Every text in a value, and in the JSON that a text is in its turn. */
function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value, ...textsIn(jsonIn(Buffer.from(unquoted(value))))];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, field]) => [name, ...textsIn(field)]);
}

/** The JSON text that starts at a quote, so that what is quoted inside a sentence is read as well. */
function unquoted(text: string): string {
  return /"(?:[^"\\]|\\.)*"/s.exec(text)?.[0] ?? "";
}

function exampleCall(found: (typeof operations)[0]): Parameters {
  const [{ body } = { body: undefined }] = bodiesOf(found);
  return { ...pathArguments(found), ...(body === undefined ? {} : { body }) };
}

async function settled(promise: Promise<unknown>): Promise<{ value?: unknown; error?: unknown }> {
  try {
    return { value: await promise };
  } catch (error) {
    return { error: error ?? new Error("rejected with nothing") };
  }
}

function expectTyped(error: unknown): void {
  expect(error).toBeInstanceOf(CsbsError);
  const { message, stack } = error as Error;
  expect(`${message}${stack}${JSON.stringify(error)}`).not.toContain(secret);
  if (error instanceof CsbsResponseError) expect(error.status).toBeLessThan(300);
}

function jsonIn(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch {
    return undefined;
  }
}
