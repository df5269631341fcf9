import { join } from "node:path";
import { expect } from "vitest";
import { type CodeSample, codeSamples } from "../../scripts/samples.ts";
import type { Document } from "../../src/spec/document.ts";
import { type FoundOperation, listOperations } from "../../src/spec/operations.ts";
import { secret } from "./client.ts";
import { root } from "./process.ts";
import { bodiesOf, expectedPath } from "./requests.ts";
import type { Arrived } from "./server.ts";
import { document, queryOf } from "./spec.ts";

/** What quoting has to get right in one language or another, and the key of a tag may hold too. */
const nastyKey = [
  "it's",
  '"so"',
  "`id`",
  "$(id)",
  "$HOME",
  "$".concat("{HOME}"),
  "%s %2F {x} {{y}} & ? # + ; : @ ! ~ é 備份 😀",
].join(" ");
/** The same, with what a path cannot hold. */
const nastyText = `${nastyKey} \\n \\ JSON\nJSON\n\t\u2028\u202e\ufeff\u0007\r\n`;

/** An operation and its samples. */
export interface Sampled {
  operationId: string;
  found: FoundOperation;
  samples: CodeSample[];
}

export const sampled: Sampled[] = sampledOf(document);

/** Operations whose examples are as hard to quote as the description lets them be. */
export const nasty: Sampled[] = sampledOf(nastyDocument()).filter(({ operationId }) =>
  ["countBackups", "listPolicies", "createBackup", "removeBackupTag"].includes(operationId),
);

export function sourceOf({ samples }: Sampled, label: string): string {
  const sample = samples.find((candidate) => candidate.label === label);
  if (sample === undefined) throw new Error(`no sample in ${label}`);
  return sample.source;
}

/** A sample of TypeScript that finds the package in this repository. */
export function withSource(source: string): string {
  return source.replace('"csbs-api"', JSON.stringify(join(root, "src/index.ts")));
}

/** What a request means, independent of how a language writes it. */
export function meaningOf({ method, target, headers, body }: Arrived) {
  const url = new URL(target, "http://localhost");
  return {
    method,
    path: url.pathname.split("/").map(decodeURIComponent),
    query: [...url.searchParams].sort(([one], [other]) => one.localeCompare(other)),
    token: headers["x-auth-token"],
    contentType: headers["content-type"],
    body: body === "" ? undefined : (JSON.parse(body) as unknown),
  };
}

/** Fails unless the request is the operation's, and says what its examples say. */
export function expectDocumented({ found }: Sampled, arrived: Arrived | undefined): void {
  if (arrived === undefined) throw new Error("no request has arrived");
  const { method, path, query, token, contentType, body } = meaningOf(arrived);
  expect([method, path]).toEqual([
    found.method.toUpperCase(),
    expectedPath(found).split("/").map(decodeURIComponent),
  ]);
  const parameters = queryOf(found);
  const examples = parameters.flatMap(({ name, example }) =>
    [example].flat().map((value) => [name, String(value)]),
  );
  for (const pair of query) expect(examples).toContainEqual(pair);
  const required = parameters.filter((parameter) => parameter.required === true);
  for (const { name, example } of required) {
    expect(query.filter(([sent]) => sent === name)).toHaveLength([example].flat().length);
  }
  expect(bodiesOf(found).map((documented) => documented.body)).toContainEqual(body);
  expect([token, contentType]).toEqual([secret, body === undefined ? undefined : "application/json"]);
}

function sampledOf(source: Document): Sampled[] {
  const samples = codeSamples(source);
  return listOperations(source).map((found) => ({
    operationId: found.operation.operationId,
    found,
    samples: samples[found.operation.operationId] ?? [],
  }));
}

function nastyDocument(): Document {
  const copy = structuredClone(document);
  const shared = Object.values(copy.components.parameters ?? {}) as object[];
  const own = listOperations(copy).flatMap(({ parameters }) => parameters);
  const set = (name: string, change: object) => {
    for (const parameter of [...shared, ...own] as { name: string }[]) {
      if (parameter.name === name) Object.assign(parameter, change);
    }
  };
  set("name", { required: true, example: `${nastyText}</script>` });
  set("key", { example: nastyKey });
  set("all_tenants", { required: true });
  set("resource_type", { required: true, example: ["OS::Nova::Server", "OS::Ironic::BareMetalServer"] });
  const create = listOperations(copy).find(({ operation }) => operation.operationId === "createBackup");
  const media = create?.operation.requestBody?.content["application/json"];
  const value = {
    protect: { backup_name: "nasty", description: nastyText, tags: [{ key: "k", value: "" }] },
  };
  if (media !== undefined) media.examples = { nasty: { value } };
  return copy;
}
