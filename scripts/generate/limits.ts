import type { Document, Schema } from "../../src/spec/document.ts";
import { resolve } from "../../src/spec/reference.ts";
import { docComment } from "./doc-comments.ts";

/** Schemas of requests whose limits the client checks before it sends anything. */
const checked = ["ScheduledOperationInput", "RetentionRules"];
const keywords = ["minimum", "maximum", "minLength", "maxLength", "pattern"] as const;

/** limits.ts: the limits of the properties of some schemas. */
export function limitsModule(document: Document): string {
  const table = Object.fromEntries(
    checked.map((name) => {
      const { properties = {} } = resolve<Schema>(document, { $ref: `#/components/schemas/${name}` });
      const limits = Object.entries(properties).flatMap(([property, schema]) => {
        const own = keywords.flatMap((keyword) =>
          schema[keyword] === undefined ? [] : [[keyword, schema[keyword]]],
        );
        return own.length === 0 ? [] : [[property, Object.fromEntries(own)]];
      });
      return [name, Object.fromEntries(limits)];
    }),
  );
  const doc = docComment(["The limits of the properties of requests, by schema and property."]);
  return `${doc}\nexport const limits = ${JSON.stringify(table, null, 2)} as const;\n`;
}
