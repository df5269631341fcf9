import type { Document, Json, MediaType } from "./document.ts";
import { resolve } from "./reference.ts";

/** An example with its name. */
export interface NamedExample {
  name: string;
  summary: string;
  value: Json;
  /** The example of the request that gets it, for one of a response. */
  request: string | undefined;
}

interface Example {
  summary?: string;
  value: Json;
  "x-csbs-request"?: string;
}

/** The examples of a body, in the order of the document. */
export function listExamples(document: Document, media: MediaType | undefined): NamedExample[] {
  return Object.entries(media?.examples ?? {}).map(([name, node]) => {
    const { summary = "", value, "x-csbs-request": request } = resolve<Example>(document, node as Example);
    return { name, summary, value, request };
  });
}
