import type { Document, MediaType, Operation, Response } from "./document.ts";
import { resolve } from "./reference.ts";

/** A documented response: its key is a status, a range such as 4XX, or default. */
export interface FoundResponse {
  key: string;
  response: Response;
  /** Its JSON, where it has a body. */
  json: MediaType | undefined;
}

/** The responses of an operation, in the order of the document. */
export function listResponses(document: Document, { responses }: Operation): FoundResponse[] {
  return Object.entries(responses).map(([key, node]) => {
    const response = resolve<Response>(document, node);
    return { key, response, json: response.content?.["application/json"] };
  });
}

/** What is documented for a status: the status itself, its range, or default. */
export function findResponse(
  document: Document,
  operation: Operation,
  status: number,
): FoundResponse | undefined {
  const all = listResponses(document, operation);
  const keys = [String(status), `${String(status)[0]}XX`, "default"];
  return keys.flatMap((key) => all.find((response) => response.key === key) ?? [])[0];
}

/** The responses of success. */
export function listSuccesses(document: Document, operation: Operation): FoundResponse[] {
  return listResponses(document, operation).filter(({ key }) => key.startsWith("2"));
}

/** The JSON of an operation's request. */
export function requestJson(
  document: Document,
  { requestBody }: Pick<Operation, "requestBody">,
): MediaType | undefined {
  return requestBody === undefined
    ? undefined
    : resolve<NonNullable<Operation["requestBody"]>>(document, requestBody).content["application/json"];
}
