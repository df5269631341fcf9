import { readdirSync, readFileSync } from "node:fs";
import { parse } from "yaml";
import type { Schema } from "../../src/spec/document.ts";
import { resolve } from "../../src/spec/reference.ts";
import { projectId, secret } from "./client.ts";
import { document, findOperation } from "./spec.ts";

/** A raw request as other programs send it, from test/contract/requests/, one file an operation. */
export interface CorpusRequest {
  name: string;
  /** Values in the path as they are sent, so already encoded; project_id and provider_id have defaults. */
  path?: Record<string, string>;
  query?: string;
  /** Instead of the token. */
  headers?: Record<string, string>;
  body?: unknown;
}

export interface Corpus {
  good: CorpusRequest[];
  /** Each breaks one limit. */
  bad: BadRequest[];
}

export interface BadRequest extends CorpusRequest {
  /** 400 unless it is given. */
  status?: number;
  /** Breaks a limit that OpenAPI 3.0 cannot say, so that tools with the 3.0 file accept the request. */
  unknownTo30?: boolean;
}

const folder = new URL("../contract/requests/", import.meta.url);

export const corpora = new Map(
  readdirSync(folder).map((file) => [
    file.replace(".yaml", ""),
    readCorpus(readFileSync(new URL(file, folder), "utf8")),
  ]),
);

/** `{{ab*3}}` stands for ababab; `<<` merges, which YAML 1.2 has to be told. */
function readCorpus(text: string): Corpus {
  const expanded = text.replaceAll(/\{\{([^{}*]+)\*(\d+)\}\}/g, (_, part, count) => part.repeat(count));
  return parse(expanded, { merge: true }) as Corpus;
}

/** A request with the method and path of its operation. */
export function completeRequest(operationId: string, request: CorpusRequest) {
  const { method, path, parameters } = findOperation(operationId);
  const provider = parameters.find(({ name }) => name === "provider_id")?.schema ?? {};
  const values: Record<string, unknown> = {
    project_id: projectId,
    provider_id: resolve<Schema>(document, provider).const,
    ...request.path,
  };
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name) => {
    if (values[name] === undefined) throw new Error(`${operationId}, ${request.name}: no ${name}`);
    return String(values[name]);
  });
  const { headers = { "X-Auth-Token": secret }, body, query } = request;
  return {
    method: method.toUpperCase(),
    target: query === undefined ? filled : `${filled}?${query}`,
    headers: body === undefined ? headers : { "Content-Type": "application/json", ...headers },
    body: body === undefined ? undefined : JSON.stringify(body),
  };
}
