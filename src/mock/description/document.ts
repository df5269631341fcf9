import { operationTable } from "../../../generated/operations.ts";
import type { Document, Json, Operation, Pages, Schema } from "../../spec/document.ts";
import { listExamples } from "../../spec/examples.ts";
import { type FoundOperation, listOperations } from "../../spec/operations.ts";
import { resolve } from "../../spec/reference.ts";
import { findResponse, listResponses, requestJson } from "../../spec/responses.ts";
import { listRegions } from "../../spec/servers.ts";
import type { Refusal } from "../state/call.ts";
import { Catalogue } from "./catalogue.ts";

export type OperationId = keyof typeof operationTable;

/** The response that is chosen, as the header Prefer chooses it. */
export interface Choice {
  status: number;
  example?: string | undefined;
}

/** A schema with this project's extensions. */
type MockSchema = Schema & { "x-csbs-default"?: Json; maxItems?: number };

/** An example of a response. */
interface ResponseExample {
  status: number;
  name: string;
  value: unknown;
  request: string | undefined;
}

/** The bundled description, and what the mock asks of it. */
export class SpecDocument {
  readonly root: object;
  readonly catalogue: Catalogue;
  readonly #root: Document;
  readonly #operations: ReadonlyMap<string, FoundOperation>;

  constructor(root: object) {
    this.root = root;
    this.#root = root as Document;
    const { examples = {} } = this.#root.components;
    const bodies = Object.values(examples).map((example) => (example as { value: object }).value);
    this.catalogue = new Catalogue(this.#root["x-csbs-error-codes"], bodies);
    this.#operations = new Map(
      listOperations(this.#root).map((found) => [found.operation.operationId, found]),
    );
  }

  readonly operationIds = Object.keys(operationTable) as OperationId[];

  /** Names of all examples of an operation's responses, or of those with a status. */
  exampleNames(operation: OperationId, status?: number): string[] {
    const all = this.#examples(operation);
    return all.filter((one) => status === undefined || one.status === status).map(({ name }) => name);
  }

  /** Every status that an operation can respond with. */
  statusesOf(operation: OperationId): number[] {
    const own = Object.keys(this.#operation(operation).responses).map(Number);
    const all = [...own, ...this.#examples(operation).map(({ status }) => status)];
    return [...new Set(all.filter((status) => !Number.isNaN(status)))].sort((one, other) => one - other);
  }

  /** The status that an example is one of; undefined for an unknown name. */
  statusOf(operation: OperationId, example: string): number | undefined {
    return this.#examples(operation).find(({ name }) => name === example)?.status;
  }

  /** Whether an operation has an example under a status; those of its default response go with any. */
  hasExample(operation: OperationId, status: number, example: string): boolean {
    const { response } = findResponse(this.#root, this.#operation(operation), status) ?? {};
    return Object.values(response?.content ?? {}).some(({ examples = {} }) =>
      Object.hasOwn(examples, example),
    );
  }

  /** The media types of an operation's request body, and of its responses. */
  mediaTypes(operation: OperationId): { request: string[]; response: string[] } {
    const found = this.#operation(operation);
    const all = listResponses(this.#root, found).flatMap(({ response }) =>
      Object.keys(response.content ?? {}),
    );
    return { request: Object.keys(found.requestBody?.content ?? {}), response: [...new Set(all)] };
  }

  /** Of a status alone, the example that goes with it; Prism would take the first that it finds. */
  complete(operation: OperationId, { status, example }: Partial<Choice>): Choice {
    if (example !== undefined) return { status: status ?? this.statusOf(operation, example) ?? 200, example };
    const found = this.#examples(operation).find((one) => one.status === status);
    return { status: status ?? 200, example: found?.name };
  }

  /**
   * The error response of an operation with a code, and its body. The text names `about` where the
   * catalogue has placeholders.
   */
  refusal(operation: OperationId, { refuse, about, message }: Refusal): { choice: Choice; body: unknown } {
    const found = this.#examples(operation).find(
      ({ value }) => (value as { error_code?: string }).error_code === refuse,
    );
    if (found === undefined) throw new Error(`no response of ${operation} has the code ${refuse}`);
    const { status, name, value } = found;
    const text = message ?? (about.length === 0 ? undefined : this.catalogue.message(refuse, about, status));
    const body = text === undefined ? value : { ...(value as object), error_msg: text };
    return { choice: { status, example: name }, body };
  }

  /** Example bodies of success, which are complete and valid: what is made up starts from a copy of one. */
  successes<Body>(operation: OperationId): Body[] {
    return this.#examples(operation)
      .filter(({ status }) => status < 300)
      .map(({ value }) => value as Body);
  }

  /** The examples of success, with the name of the request's example that each goes with, where there is one. */
  successExamples(operation: OperationId): { value: unknown; request: string | undefined }[] {
    return this.#examples(operation).filter(({ status }) => status < 300);
  }

  /** The schema of a request body, and its examples by name. */
  requestBody(operation: OperationId): { schema: Schema; examples: { [name: string]: unknown } } | undefined {
    const media = requestJson(this.#root, this.#operation(operation));
    if (media === undefined) return undefined;
    const examples = listExamples(this.#root, media).map(({ name, value }) => [name, value]);
    return { schema: this.follow(media.schema), examples: Object.fromEntries(examples) };
  }

  /** How an operation pages, where it does. */
  pagesOf(operation: OperationId): Pages | undefined {
    return this.#operation(operation)["x-csbs-pages"];
  }

  /** The value that the description gives for a parameter that is left out. */
  defaultOf(operation: OperationId, parameter: string): unknown {
    return this.#schemaOf(operation, parameter)?.["x-csbs-default"];
  }

  /** Whether a parameter may be an empty string: its schema is text of any form. */
  takesEmpty(operation: OperationId, parameter: string): boolean {
    const { type, enum: values, pattern, minLength } = this.#schemaOf(operation, parameter) ?? {};
    return type === "string" && values === undefined && pattern === undefined && minLength === undefined;
  }

  #schemaOf(operation: OperationId, parameter: string): MockSchema | undefined {
    const parameters = this.#operations.get(operation)?.parameters ?? [];
    const found = parameters.find(({ name }) => name === parameter);
    return found && this.follow(found.schema);
  }

  /** The regions that the servers name, the first one first. */
  get regions(): string[] {
    return listRegions(this.#root);
  }

  /** The form of a project's ID. */
  get projectId(): RegExp {
    const { schema } = resolve<{ schema: { pattern: string } }>(this.#root, {
      $ref: "#/components/parameters/ProjectId",
    });
    return new RegExp(schema.pattern);
  }

  /** The schema of a property of a component. */
  propertyOf(component: string, property: string): MockSchema {
    const { properties = {} } = this.follow({ $ref: `#/components/schemas/${component}` });
    return this.follow(properties[property] ?? {});
  }

  /** A schema, or the one that it refers to. */
  follow(schema: Schema): MockSchema {
    return resolve<MockSchema>(this.#root, schema as MockSchema);
  }

  #examples(operation: OperationId): ResponseExample[] {
    return listResponses(this.#root, this.#operation(operation)).flatMap(({ key, json }) =>
      listExamples(this.#root, json).map(({ name, value, request }) => ({
        status: key === "default" ? this.catalogue.statusOf(value as object) : Number(key),
        name,
        value,
        request,
      })),
    );
  }

  #operation(operation: OperationId): Operation {
    return (this.#operations.get(operation) as FoundOperation).operation;
  }
}
