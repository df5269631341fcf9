import { matchRoute } from "../mock/description/routes.ts";
import { parseTarget } from "../mock/http/request.ts";
import type { RecordedExchange, Recording } from "../mock/replay/recording.ts";
import type { Document, Json, Schema } from "../spec/document.ts";
import { type FoundOperation, listOperations } from "../spec/operations.ts";
import { fillPath } from "../spec/paths.ts";
import { findResponse, listSuccesses, requestJson } from "../spec/responses.ts";
import { Anonymizer } from "./anonymize.ts";
import { mediaTypeOf, parseBody } from "./bodies.ts";
import type { Exchange } from "./exchange.ts";
import { collectTexts, credentialParts, isKnownMediaType } from "./privacy.ts";

/** Exchanges that are kept; later ones are left out. */
const mostExchanges = 10_000;

/** Keeps exchanges of operations, with every identifier replaced. Bodies that are not JSON are left out. */
export class Recorder {
  readonly #document: Document;
  readonly #anonymizer: Anonymizer;
  readonly #operations: Map<string, FoundOperation>;
  readonly #exchanges: RecordedExchange[] = [];

  constructor(document: Document) {
    this.#document = document;
    this.#anonymizer = new Anonymizer(document);
    this.#operations = new Map(listOperations(document).map((found) => [found.operation.operationId, found]));
  }

  recording(): Recording {
    return { csbsApi: this.#document.info.version, exchanges: [...this.#exchanges] };
  }

  add({ method, target, request, status, response, credentials }: Exchange): void {
    const { segments = [], query } = parseTarget(target);
    const route = matchRoute(method, segments);
    const found = "operation" in route ? this.#operations.get(route.operation) : undefined;
    if (!("operation" in route) || found === undefined || this.#exchanges.length >= mostExchanges) return;
    const [sent, received] = [parseBody(request), parseBody(response)];
    // Without its body an exchange would be another one.
    if ([sent, received].some(({ state }) => state === "tooLarge" || state === "unreadable")) return;
    const texts = new Set(
      [...Object.values(route.path), ...query.values(), ...credentialParts(credentials)].map((text) =>
        text.toLowerCase(),
      ),
    );
    for (const body of [sent, received]) if (body.state === "json") collectTexts(body.value, texts);
    this.#anonymizer.startCall(texts);
    const schemaOf = (name: string): Schema | undefined =>
      found.parameters.find((parameter) => parameter.name === name)?.schema;
    const { operation, path } = found;
    const success = status < 300 ? listSuccesses(this.#document, operation)[0] : undefined;
    const described = success ?? findResponse(this.#document, operation, status);
    const values = Object.entries(route.path).map(([name, value]) => [
      name,
      this.#text(schemaOf(name), value),
    ]);
    const contentType = mediaTypeOf(response);
    this.#exchanges.push({
      operationId: operation.operationId,
      request: {
        method,
        path: fillPath(path, Object.fromEntries(values) as Record<string, string>),
        query: [...query].map(([name, value]) => {
          const schema = schemaOf(name);
          return [schema === undefined ? this.#anonymizer.name(name) : name, this.#text(schema, value)];
        }),
        ...this.#body(requestJson(this.#document, operation)?.schema, sent),
      },
      response: {
        status,
        ...(contentType !== "" && {
          contentType: isKnownMediaType(contentType) ? contentType : "application/octet-stream",
        }),
        ...this.#body(described?.json?.schema, received),
      },
    });
  }

  /** A list has the schema of its items, as each of its texts is a parameter of its own. */
  #text(schema: Schema | undefined, text: string): string {
    return this.#anonymizer.replace(schema?.items ?? schema, text) as string;
  }

  #body(schema: Schema | undefined, body: ReturnType<typeof parseBody>): { body?: Json } {
    return body.state === "json" ? { body: this.#anonymizer.replace(schema, body.value) } : {};
  }
}
