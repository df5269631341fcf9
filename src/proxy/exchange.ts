import { matchRoute } from "../mock/description/routes.ts";
import { parseTarget } from "../mock/http/request.ts";
import type { Document, Json, JsonObject, MediaType, Operation, Response, Schema } from "../spec/document.ts";
import { type FoundOperation, listOperations } from "../spec/operations.ts";
import { resolve } from "../spec/reference.ts";
import { findResponse, listSuccesses } from "../spec/responses.ts";
import { type Message, mediaTypeOf, type ParsedBody, parseBody } from "./bodies.ts";
import { type Finding, findingOf, type Kind, type Step, typeOf, wordsOf } from "./findings.ts";
import { Inspector, namesIn } from "./inspect.ts";
import { inspectParameters } from "./parameters.ts";
import { collectTexts, credentialParts, pointerOf, showMediaType, showTarget } from "./privacy.ts";

/** A request and the response to it, both complete. */
export interface Exchange {
  method: string;
  /** Path and query. */
  target: string;
  request: Message;
  status: number;
  response: Message;
  /** The credentials of the request, which no name that is shown may be. */
  credentials?: readonly string[];
}

/** A finding as a report has it. */
export interface Entry {
  /** The operationId; method and path, with values left out, for a request that no operation describes. */
  operation: string;
  /** The part of the exchange. */
  in: "path" | "query" | "request" | "status" | "response";
  /** JSON pointer; `*` stands for an item of a list, and for a name that may be private. */
  pointer: string;
  kind?: Kind;
  expected: string;
  received: string;
  rows: readonly string[];
  value?: Json | undefined;
}

export interface Inspected {
  operation: string | undefined;
  entries: Entry[];
  /** Why a body was left out. */
  skipped: "tooLarge" | "unreadable" | undefined;
}

/** Inspects exchanges with the description. */
export class ExchangeInspector {
  readonly #document: Document;
  readonly #inspector: Inspector;
  readonly #operations: Map<string, FoundOperation>;
  readonly #segments: Set<string>;
  readonly #errorStatuses: Set<number>;

  constructor(document: Document) {
    this.#document = document;
    this.#inspector = new Inspector(document);
    const operations = listOperations(document);
    this.#operations = new Map(operations.map((found) => [found.operation.operationId, found]));
    this.#segments = new Set(operations.flatMap(({ path }) => path.split("/")));
    this.#errorStatuses = new Set(document["x-csbs-error-codes"].map(({ status }) => status));
  }

  /** The operation of a request; method and path, with values left out, if no operation describes it. */
  nameOf({ method, target }: Pick<Exchange, "method" | "target">): string {
    const { segments = [] } = parseTarget(target);
    const route = matchRoute(method, segments);
    return "operation" in route ? route.operation : showTarget(method, segments, this.#segments);
  }

  inspect(exchange: Exchange): Inspected {
    const { method, status } = exchange;
    const { segments = [], query } = parseTarget(exchange.target);
    const route = matchRoute(method, segments);
    const found = "operation" in route ? this.#operations.get(route.operation) : undefined;
    if (!("operation" in route) || found === undefined) {
      return {
        operation: undefined,
        entries: [this.#unknownOperation(method, segments)],
        skipped: undefined,
      };
    }
    const [sent, received] = [parseBody(exchange.request), parseBody(exchange.response)];
    const findings = [
      ...inspectParameters(this.#inspector, found, "path", new URLSearchParams({ ...route.path })),
      ...inspectParameters(this.#inspector, found, "query", query),
      ...this.#request(found.operation, exchange.request, sent),
    ];
    const value: JsonObject = {
      status,
      query: Object.fromEntries([...query.keys()].map((name) => [name, query.getAll(name)])),
      ...(sent.state === "json" && { request: sent.value }),
      ...(received.state === "json" && { response: received.value }),
    };
    const all = this.#response(found.operation, exchange, received, findings, value);
    const skipped = [sent, received].map(({ state }) => state).find(isSkipped);
    const texts = new Set(
      [...Object.values(route.path), ...credentialParts(exchange.credentials)].map((text) =>
        text.toLowerCase(),
      ),
    );
    const collect = () => {
      collectTexts(value, texts);
      return texts;
    };
    const { operationId } = found.operation;
    return { operation: operationId, entries: toEntries(operationId, all, collect), skipped };
  }

  #unknownOperation(method: string, segments: readonly string[]): Entry {
    const operation = showTarget(method, segments, this.#segments);
    const expected = "no operation has this method and path";
    return {
      operation,
      in: "path",
      pointer: "",
      kind: "operation",
      expected,
      received: "a request",
      rows: [],
    };
  }

  #request(operation: Operation, message: Message, body: ParsedBody): Finding[] {
    const { requestBody } = operation;
    const described =
      requestBody && resolve<NonNullable<Operation["requestBody"]>>(this.#document, requestBody);
    const required = described?.required === true;
    return this.#body({ name: "request", described: true }, described?.content, required, message, body);
  }

  #response(
    operation: Operation,
    { status, response }: Exchange,
    body: ParsedBody,
    before: Finding[],
    value: JsonObject,
  ): Finding[] {
    const found = findResponse(this.#document, operation, status);
    const isDescribed = found !== undefined && (found.key !== "default" || this.#errorStatuses.has(status));
    const success = listSuccesses(this.#document, operation)[0];
    // The default is what errors look like.
    const described = isDescribed || status >= 400 ? found : status < 300 ? success : undefined;
    const statuses = Object.keys(operation.responses).filter((key) => key !== "default");
    const path = [{ name: "status", described: true }];
    const findings = [
      ...before,
      ...(isDescribed
        ? []
        : [findingOf("status", path, `one of ${statuses.join(", ")}`, `status ${status}`)]),
      ...(described === undefined ? [] : this.#responseBody(described.response, status, response, body)),
    ];
    const rows = [
      ...(operation["x-csbs-differences"] ?? []),
      ...(described?.response["x-csbs-differences"] ?? []),
    ];
    return rows.reduce((all, row) => this.#exchangeRow(all, row, value), findings);
  }

  #responseBody(described: Response, status: number, message: Message, body: ParsedBody): Finding[] {
    // HTTP allows no body with 204, so the status is the only deviation.
    const required = described["x-csbs-optional-body"] !== true && status !== 204;
    return this.#body({ name: "response", described: true }, described.content, required, message, body);
  }

  #body(
    step: Step,
    content: { [mediaType: string]: MediaType } | undefined,
    required: boolean,
    message: Message,
    body: ParsedBody,
  ): Finding[] {
    if (isSkipped(body.state)) return [];
    const type = mediaTypeOf(message);
    const schema = content?.[type]?.schema;
    const path = [step];
    if (body.state === "empty") {
      const first = Object.values(content ?? {})[0]?.schema;
      if (!required || first === undefined) return [];
      return [findingOf("missing", path, `required, ${this.#words(first)}`, "nothing")];
    }
    if (content === undefined) return [findingOf("undescribed", path, "no body", showMediaType(type))];
    if (schema === undefined) {
      return [findingOf("media type", path, Object.keys(content).join(" or "), showMediaType(type))];
    }
    if (body.state !== "json") return [findingOf("type", path, this.#words(schema), body.state)];
    return this.#inspector.inspect(schema, body.value, path);
  }

  #words(schema: Schema): string {
    return wordsOf(this.#inspector.schemas.resolve(schema));
  }

  /** A row that an exchange as a whole shows is reported at the part that it is about. */
  #exchangeRow(findings: Finding[], row: string, value: JsonObject): Finding[] {
    const all = this.#inspector.withRows(findings, [row], value, [], "");
    const own = all.find(({ path }) => path.length === 0);
    if (own === undefined) return all;
    const evidence = this.#document["x-csbs-evidence"][row];
    const name = (typeof evidence === "object" ? namesIn(evidence)[0] : undefined) ?? "status";
    const received = name === "status" ? `status ${value.status}` : typeOf(value[name]);
    const same = findings.find(
      (one) => one.kind === undefined && one.path[0]?.name === name && one.path.length === 1,
    );
    if (same !== undefined && name === "status") {
      same.rows = [...same.rows, row];
      return findings;
    }
    const path = [{ name, described: true }];
    return [...findings, { path, expected: "see the row", received, rows: [row] }];
  }
}

function isSkipped(state: ParsedBody["state"]): state is "tooLarge" | "unreadable" {
  return state === "tooLarge" || state === "unreadable";
}

function toEntries(operation: string, findings: readonly Finding[], collect: () => Set<string>): Entry[] {
  const texts = findings.some(({ kind }) => kind === "undescribed") ? collect() : new Set<string>();
  return findings.map(({ path: [first, ...rest], ...finding }) => ({
    operation,
    in: first?.name as Entry["in"],
    pointer: pointerOf(rest, (name) => texts.has(name.toLowerCase())),
    ...finding,
  }));
}
