import {
  type FoundOperation,
  type Json,
  type MediaType,
  type Parameter,
  resolve,
} from "../../scripts/generate/document.ts";
import { projectId } from "./client.ts";
import { document } from "./spec.ts";

/** The example bodies of an operation's request, by name; one nameless where it takes no body. */
export function bodiesOf({ operation }: FoundOperation): { example: string; body: Json | undefined }[] {
  const media: MediaType | undefined = operation.requestBody?.content["application/json"];
  if (media === undefined) return [{ example: "no body", body: undefined }];
  return Object.entries(media.examples ?? {}).map(([example, held]) => ({
    example,
    body: resolve<{ value: Json }>(document, held as { value: Json }).value,
  }));
}

/** What a caller passes for the path: every parameter's example, but those that the client fills in. */
export function pathArguments({ parameters }: FoundOperation): Record<string, unknown> {
  return byExample(
    parameters.filter((parameter) => parameter.in === "path" && parameter["x-csbs-bound"] !== true),
  );
}

export function byExample(parameters: Parameter[]): Record<string, unknown> {
  return Object.fromEntries(parameters.map(({ name, example }) => [name, example]));
}

/** The path that must arrive. */
export function expectedPath({ path, parameters }: FoundOperation): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const parameter = parameters.find((candidate) => candidate.name === name);
    return name === "project_id" ? projectId : encodeURIComponent(String(parameter?.example));
  });
}
