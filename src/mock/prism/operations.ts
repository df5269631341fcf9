import { getHttpOperationsFromSpec } from "@stoplight/prism-http";

/** Without a dialect Prism reads schemas by the rules of draft 7, and ignores newer keywords. */
const jsonSchemaDialect = "https://json-schema.org/draft/2020-12/schema";

/**
 * The operations of the description in Prism's own form. The build replaces this module by its result:
 * making it takes Prism longer than all else that a mock does to start.
 */
export async function readOperations(document: object): ReturnType<typeof getHttpOperationsFromSpec> {
  // A copy, because Prism changes it.
  return getHttpOperationsFromSpec(structuredClone({ jsonSchemaDialect, ...document }));
}
