import openapiTS, { astToString } from "openapi-typescript";
import type { Document } from "./document.ts";

/** The types of paths, components and operations, by openapi-typescript. */
export async function schemaTypes(document: Document): Promise<string> {
  // It takes the document's own text: an object would be changed in place.
  return astToString(await openapiTS(JSON.stringify(document), { silent: true }));
}
