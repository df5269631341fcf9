import { operationTable } from "../../../generated/operations.ts";
import type { Refusal } from "../state/call.ts";
import { Catalogue } from "./catalogue.ts";

export type OperationId = keyof typeof operationTable;

/** The response that is chosen, as the header Prefer chooses it. */
export interface Choice {
  status: number;
  example?: string | undefined;
}

interface Media {
  schema?: Node;
  examples?: { [name: string]: Node };
}

type Node = { [key: string]: unknown } & { $ref?: string };

interface Operation {
  parameters?: Node[];
  requestBody?: { content: { [type: string]: Media } };
  responses: { [status: string]: Node };
  "x-csbs-pages"?: Pages;
}

/** Where a list is in a response, which field of its items is their ID, and by which parameter the next page is asked for. */
interface Pages {
  items: string;
  key: string;
  by: "marker" | "offset";
}

interface Example {
  value: unknown;
  "x-csbs-request"?: string;
}

interface Answer {
  status: number;
  name: string;
  value: unknown;
  request: string | undefined;
}

/** The bundled description, and what the mock asks of it. */
export class SpecDocument {
  readonly root: object;
  readonly catalogue: Catalogue;
  readonly #root: Node;

  constructor(root: object) {
    this.root = root;
    this.#root = root as Node;
    const { examples } = this.#root.components as { examples: { [name: string]: Example } };
    const bodies = Object.values(examples).map(({ value }) => value as object);
    this.catalogue = new Catalogue(this.#root["x-csbs-error-codes"] as never, bodies);
  }

  readonly operationIds = Object.keys(operationTable) as OperationId[];

  /** Names of all examples of an operation's responses, or of those with a status. */
  exampleNames(operation: OperationId, status?: number): string[] {
    const all = this.#answers(operation);
    return all.filter((one) => status === undefined || one.status === status).map(({ name }) => name);
  }

  /** Every status that an operation can answer. */
  statusesOf(operation: OperationId): number[] {
    const own = Object.keys(this.#operation(operation).responses).map(Number);
    const all = [...own, ...this.#answers(operation).map(({ status }) => status)];
    return [...new Set(all.filter((status) => !Number.isNaN(status)))].sort((one, other) => one - other);
  }

  /** The status that an example is one of; undefined for an unknown name. */
  statusOf(operation: OperationId, example: string): number | undefined {
    return this.#answers(operation).find(({ name }) => name === example)?.status;
  }

  /** Whether an operation has an example under a status; those of its default response go with any. */
  hasExample(operation: OperationId, status: number, example: string): boolean {
    const { responses } = this.#operation(operation);
    const response = this.follow((responses[status] ?? responses.default) as Node);
    const content = (response?.content ?? {}) as { [type: string]: Media };
    return Object.values(content).some(({ examples }) => Object.hasOwn(examples ?? {}, example));
  }

  /** The media types of an operation's request body, and of its responses. */
  mediaTypes(operation: OperationId): { request: string[]; response: string[] } {
    const { requestBody, responses } = this.#operation(operation);
    const body = requestBody === undefined ? undefined : this.follow(requestBody as unknown as Node);
    const all = Object.values(responses).flatMap((node) => Object.keys(this.follow(node).content ?? {}));
    return { request: Object.keys(body?.content ?? {}), response: [...new Set(all)] };
  }

  /** Of a status alone, the example that goes with it; Prism would take the first that it finds. */
  complete(operation: OperationId, { status, example }: Partial<Choice>): Choice {
    if (example !== undefined) return { status: status ?? this.statusOf(operation, example) ?? 200, example };
    const found = this.#answers(operation).find((answer) => answer.status === status);
    return { status: status ?? 200, example: found?.name };
  }

  /**
   * The error response of an operation with a code, and its body. The text names `about` where the
   * catalogue has placeholders.
   */
  refusal(operation: OperationId, { refuse, about, message }: Refusal): { choice: Choice; body: unknown } {
    const found = this.#answers(operation).find(
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
    return this.#answers(operation)
      .filter(({ status }) => status < 300)
      .map(({ value }) => value as Body);
  }

  /** The examples of success, with the name of the request's example that each goes with, where there is one. */
  successExamples(operation: OperationId): { value: unknown; request: string | undefined }[] {
    return this.#answers(operation).filter(({ status }) => status < 300);
  }

  /** The schema of a request body, and its examples by name. */
  requestBody(operation: OperationId): { schema: Node; examples: { [name: string]: unknown } } | undefined {
    const media = this.#operation(operation).requestBody?.content["application/json"];
    if (media === undefined) return undefined;
    const examples = Object.entries(media.examples ?? {}).map(([name, node]) => [
      name,
      this.follow(node).value,
    ]);
    return { schema: this.follow(media.schema ?? {}), examples: Object.fromEntries(examples) };
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

  #schemaOf(operation: OperationId, parameter: string): Node | undefined {
    const all = (this.#operation(operation).parameters ?? []).map((node) => this.follow(node));
    return this.follow(all.find(({ name }) => name === parameter)?.schema as Node);
  }

  /** The regions that the servers name, the first one first. */
  get regions(): string[] {
    const servers = this.#root.servers as { variables: { region: { default: string; enum?: string[] } } }[];
    const named = servers.flatMap(({ variables: { region } }) => [region.default, ...(region.enum ?? [])]);
    return [...new Set(named)];
  }

  /** The form of a project's ID. */
  get projectId(): RegExp {
    const { schema } = this.follow({ $ref: "#/components/parameters/ProjectId" });
    return new RegExp((schema as { pattern: string }).pattern);
  }

  /** The schema of a member of a component. */
  memberOf(component: string, member: string): Node {
    const schema = this.follow({ $ref: `#/components/schemas/${component}` });
    return this.follow((schema.properties as { [name: string]: Node })[member] as Node);
  }

  #answers(operation: OperationId): Answer[] {
    return Object.entries(this.#operation(operation).responses).flatMap(([key, node]) => {
      const media = this.follow(node).content as { [type: string]: Media } | undefined;
      return Object.entries(media?.["application/json"]?.examples ?? {}).map(([name, held]) => {
        const { value, "x-csbs-request": request } = this.follow(held) as unknown as Example;
        return {
          status: key === "default" ? this.catalogue.statusOf(value as object) : Number(key),
          name,
          value,
          request,
        };
      });
    });
  }

  #operation(operation: OperationId): Operation {
    const { path, method } = operationTable[operation];
    const item = (this.#root.paths as { [path: string]: { [method: string]: Operation } })[path];
    return item?.[method.toLowerCase()] as Operation;
  }

  /** A node of the description, or what it refers to. */
  follow(node: Node): Node {
    if (node?.$ref === undefined) return node;
    const parts = node.$ref.slice("#/".length).split("/");
    const found = parts.reduce<unknown>(
      (parent, part) => (parent as Node)[part.replaceAll("~1", "/").replaceAll("~0", "~")],
      this.#root,
    );
    return this.follow(found as Node);
  }
}
