import type { Schema } from "../../spec/document.ts";
import type { OperationId, SpecDocument } from "./document.ts";
import type { Route } from "./routes.ts";

type Json = { [name: string]: unknown };

/** What a request asks for: limits of a page may be text. */
interface PageRequest {
  marker?: string | null | undefined;
  offset?: string | number | null | undefined;
  limit?: string | number | null | undefined;
}

/**
 * The service without state: it responds with the description's examples. Of several it takes the one that goes with
 * the request; of a list, the page that was asked for, so that a client that pages until nothing comes reaches the end.
 */
export class ExampleService {
  readonly #document: SpecDocument;

  constructor(document: SpecDocument) {
    this.#document = document;
  }

  /** The body of the response; undefined where there is none. */
  respond({ operation }: Route, query: URLSearchParams, body: unknown): { body: unknown } | undefined {
    const example = this.#exampleFor(operation, body);
    if (example === undefined) return undefined;
    const fromBody = body as PageRequest;
    const pages = this.#document.pagesOf(operation);
    const list = pages && (example as Json)[pages.items];
    if (pages === undefined || !Array.isArray(list)) return { body: example };
    const isQuery = pages.by === "marker";
    const asked: PageRequest = isQuery ? Object.fromEntries(query) : fromBody;
    return { body: { ...(example as Json), [pages.items]: pageOf(list as Json[], pages.key, asked) } };
  }

  /** The first example, unless another one goes with a request that asks for the same kind of thing. */
  #exampleFor(operation: OperationId, body: unknown): unknown {
    const examples = this.#document.successExamples(operation);
    const request = this.#document.requestBody(operation);
    const kind = this.#kindOf(request?.schema, body);
    const fitting = examples.find(
      ({ request: name }) =>
        name !== undefined && this.#kindOf(request?.schema, request?.examples[name]) === kind,
    );
    return (fitting ?? examples[0])?.value;
  }

  /** What a body asks for: which alternative of its schema it is, and the choices that it makes. */
  #kindOf({ oneOf = [], properties = {} }: Schema = {}, body: unknown): string {
    const fields = (body ?? {}) as Json;
    const chosen = oneOf.findIndex((one) => {
      const { required = [] } = this.#document.follow(one);
      return required.every((name) => Object.hasOwn(fields, name));
    });
    const choices = Object.entries(properties)
      .filter(([, property]) => this.#document.follow(property).enum !== undefined)
      .map(([name]) => [name, fields[name]]);
    return JSON.stringify([chosen, choices]);
  }
}

/** An ID that is not in the list is that of a last item: nothing comes after it. */
function pageOf(list: Json[], key: string, { marker, offset, limit }: PageRequest): Json[] {
  const wanted = marker?.toLowerCase();
  const mark = list.findIndex((item) => String(item[key]).toLowerCase() === wanted);
  const rest = wanted === undefined ? list : mark === -1 ? [] : list.slice(mark + 1);
  const begin = Number(offset ?? 0);
  return rest.slice(begin, limit === undefined || limit === null ? undefined : begin + Number(limit));
}
