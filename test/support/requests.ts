import * as examples from "../../scripts/generate/examples.ts";
import type { Json } from "../../src/spec/document.ts";
import type { FoundOperation } from "../../src/spec/operations.ts";
import { fillPath } from "../../src/spec/paths.ts";
import { projectId } from "./client.ts";
import { document } from "./spec.ts";

export { byExample } from "../../scripts/generate/examples.ts";

export function bodiesOf(found: FoundOperation): { example: string; body: Json | undefined }[] {
  return examples.bodiesOf(document, found);
}

/** What a caller passes for the path: every parameter's example, but those that the client fills in. */
export function pathArguments({ parameters }: FoundOperation): Record<string, unknown> {
  return examples.byExample(
    parameters.filter((parameter) => parameter.in === "path" && parameter["x-csbs-bound"] !== true),
  );
}

/** The path that must arrive. */
export function expectedPath({ path, parameters }: FoundOperation): string {
  return fillPath(path, { ...examples.byExample(parameters), project_id: projectId });
}
