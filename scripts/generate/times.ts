import type { Parameter, Schema } from "../../src/spec/document.ts";

const timeSchemas = ["Timestamp", "LooseTimestamp"].map((name) => `#/components/schemas/${name}`);

/** Whether a parameter is a time. */
export function isTime({ schema }: Parameter): boolean {
  return isTimeSchema(schema);
}

/** Whether a schema refers to one of the schemas of times. */
export function isTimeSchema({ $ref }: Schema): boolean {
  return $ref !== undefined && timeSchemas.includes($ref);
}
