import type { Document } from "../../src/spec/document.ts";
import { docComment } from "./doc-comments.ts";

/** error-codes.ts: the catalogue of error codes, as data and as a type. */
export function errorCodesModule(document: Document): string {
  const entries = document["x-csbs-error-codes"];
  const codes = [...new Set(entries.map(({ code }) => code))];
  return [
    docComment(["An error code that the service or its gateway is known to send."]),
    `export type ErrorCode =\n${codes.map((code) => `  | ${JSON.stringify(code)}`).join("\n")};\n`,
    docComment([
      "What is known of an error code. A few codes stand for several things, told apart by the status or the text.",
    ]),
    "export interface ErrorCodeEntry {",
    "  /** The code, such as `CSBS.3001`. */",
    "  readonly code: ErrorCode;",
    "  /** HTTP status that the code comes with. */",
    "  readonly status: number;",
    "  /** The service's own text, with its placeholders. */",
    "  readonly message: string;",
    "  /** What it means. */",
    "  readonly meaning: string;",
    "  /** What to do about it. */",
    "  readonly remedy: string;",
    "  /** The clouds that document it, where not all do. */",
    "  readonly clouds?: readonly string[];",
    "}\n",
    docComment(["Every error code that is known, in the order of the vendor's table."]),
    "export const errorCatalogue: readonly ErrorCodeEntry[] = [",
    ...entries.map((entry) => `  ${JSON.stringify(entry)},`),
    "];\n",
  ].join("\n");
}
