import { readFileSync } from "node:fs";
import type { Fixture, Fixtures } from "../../scripts/generate/fixtures.ts";
import { type CorpusRequest, completeRequest, corpora } from "../support/request-corpus.ts";
import { type DescriptionFile, pathOf } from "./description-files.ts";

/** Every exchange of the fixtures. */
export const { cases } = JSON.parse(readFileSync(pathOf("fixtures.json"), "utf8")) as Fixtures;

/** A request as it is sent. */
export interface RawRequest {
  method: string;
  /** Path and query. */
  target: string;
  headers: Record<string, string>;
  body?: string | undefined;
}

export function requestOf({ request, prefer }: Fixture): RawRequest {
  const { method, path, query, headers, body } = request;
  return {
    method,
    target: query.length === 0 ? path : `${path}?${new URLSearchParams(query)}`,
    headers: { ...headers, ...(prefer === undefined ? {} : { Prefer: prefer }) },
    body: body === undefined ? undefined : JSON.stringify(body),
  };
}

/** The plainest request of an operation, with another header Prefer. */
export function plainRequest(operationId: string, prefer: string): RawRequest {
  const plain = cases.find((fixture) => fixture.operationId === operationId && fixture.kind === "response");
  if (plain === undefined) throw new Error(`no fixture of ${operationId}`);
  return requestOf({ ...plain, prefer });
}

export interface ClassifiedRequest extends RawRequest {
  name: string;
  operationId: string;
  accepted: boolean;
}

/** Every request that the tests have, of the fixtures and of test/contract/requests, with what a file says of it. */
export function classifiedRequests(file: DescriptionFile): ClassifiedRequest[] {
  return [
    ...cases.map((fixture) => ({
      name: fixture.id,
      operationId: fixture.operationId,
      accepted: fixture.kind !== "refusal",
      ...requestOf(fixture),
    })),
    ...[...corpora].flatMap(([operationId, { good, bad }]) => [
      ...good.map((request) => classify(operationId, request, "good", true)),
      ...bad.map((request) => {
        const accepted = request.unknownTo30 === true && file === "openapi-3.0.json";
        return classify(operationId, request, "bad", accepted);
      }),
    ]),
  ];
}

function classify(
  operationId: string,
  request: CorpusRequest,
  kind: "good" | "bad",
  accepted: boolean,
): ClassifiedRequest {
  const name = `${operationId}, ${kind}: ${request.name}`;
  return { name, operationId, accepted, ...completeRequest(operationId, request) };
}

/** Sends a request to a server; the test fails when it does not respond in time. */
export function send(
  url: string,
  { method, target, headers, body }: RawRequest,
  timeout = 60_000,
): Promise<Response> {
  return fetch(url + target, {
    method,
    headers,
    signal: AbortSignal.timeout(timeout),
    ...(body === undefined ? {} : { body }),
  });
}
