import { onTestFinished } from "vitest";
import { inspectionLimits, type Message } from "../../src/proxy/bodies.ts";
import { type Entry, type Exchange, ExchangeInspector, type Inspected } from "../../src/proxy/exchange.ts";
import { type ProxyOptions, type RunningProxy, startProxy } from "../../src/proxy/proxy.ts";
import { listExamples } from "../../src/spec/examples.ts";
import { fillPath } from "../../src/spec/paths.ts";
import { listSuccesses, requestJson } from "../../src/spec/responses.ts";
import { document, findOperation } from "../support/spec.ts";

export const inspector = new ExchangeInspector(document);

/** A JSON message; without a body for undefined. */
export function json(value: unknown): Message {
  const text = value === undefined ? "" : JSON.stringify(value);
  return {
    contentType: value === undefined ? undefined : "application/json",
    encoding: undefined,
    body: text.length > inspectionLimits.bytes ? undefined : Buffer.from(text),
  };
}

/** What one call of an operation sends and gets, by the first examples, unless it is changed. */
export function exampleExchange(operationId: string, change: Partial<Exchange> = {}): Exchange {
  const { path, method, parameters, operation } = findOperation(operationId);
  const values = Object.fromEntries(
    parameters.map(({ name, example, schema }) => [name, example ?? schema.const]),
  );
  const query = parameters
    .filter(({ in: place, required }) => place === "query" && required === true)
    .map(({ name }) => `${name}=${encodeURIComponent(String(values[name]))}`);
  const success = listSuccesses(document, operation)[0];
  const [sent] = listExamples(document, requestJson(document, operation));
  const [received] = listExamples(document, success?.json);
  return {
    method: method.toUpperCase(),
    target: fillPath(path, values) + (query.length === 0 ? "" : `?${query.join("&")}`),
    request: json(sent?.value),
    status: Number(success?.key),
    response: json(received?.value),
    ...change,
  };
}

export function inspect(operationId: string, change: Partial<Exchange> = {}): Inspected {
  return inspector.inspect(exampleExchange(operationId, change));
}

/** The value of the first example of a response, to be changed. */
export function responseExample<T>(operationId: string, name?: string): T {
  const { operation } = findOperation(operationId);
  const examples = listExamples(document, listSuccesses(document, operation)[0]?.json);
  const found = examples.find((example) => name === undefined || example.name === name);
  return structuredClone(found?.value) as T;
}

/** A finding in one line. */
export function line({ in: place, pointer, kind, received, rows }: Entry): string {
  return `${kind ?? "known"} ${place} ${pointer} ${received}${rows.length === 0 ? "" : ` [${rows.join(", ")}]`}`;
}

export function deviations({ entries }: Inspected): string[] {
  return entries.filter(({ kind }) => kind !== undefined).map(line);
}

/** A proxy of a service, until the running test has finished, with the lines of its log. */
export async function proxyOf(
  target: string,
  options: Partial<ProxyOptions> = {},
): Promise<RunningProxy & { lines: string[] }> {
  const lines: string[] = [];
  const log = (text: string) => lines.push(text);
  const proxy = await startProxy({ document, target, port: 0, values: false, log, ...options });
  onTestFinished(() => proxy.stop());
  return { ...proxy, lines };
}
