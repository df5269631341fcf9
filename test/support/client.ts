import { inject } from "vitest";
import { type CsbsClient, type CsbsClientOptions, createCsbsClient, token } from "../../src/index.ts";

export const projectId = "0605767e8d80d55d2f69c0189071bcbc";
export const secret = "MIIDkgYJKoZIhvcNAQcCoIIDgzCCA38";

/** A client of the mock, or of whatever the options name. It repeats nothing unless told to. */
export function testClient(options: Partial<CsbsClientOptions> = {}): CsbsClient {
  return createCsbsClient({
    endpoint: inject("mockUrl"),
    projectId,
    auth: token(secret),
    retries: 0,
    ...options,
  });
}

/** A client whose every request gets this response, and the requests it has made. */
export function stubbedClient(
  response: (request: Request) => Response | Promise<Response>,
  options: Partial<CsbsClientOptions> = {},
): { csbs: CsbsClient; requests: Request[] } {
  const requests: Request[] = [];
  const csbs = testClient({
    endpoint: "https://csbs.example.com",
    fetch: async (input, init) => {
      const request = new Request(input, init);
      requests.push(request);
      return response(request);
    },
    ...options,
  });
  return { csbs, requests };
}

export function json(body: unknown, init: ResponseInit = {}): Response {
  return Response.json(body, init);
}

/** What a promise is rejected with; fails when it is not. */
export async function rejection(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error("this should have been rejected");
}
