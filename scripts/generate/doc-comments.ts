import type { Document, Parameter, Response, Schema } from "../../src/spec/document.ts";
import type { FoundOperation } from "../../src/spec/operations.ts";
import { resolve } from "../../src/spec/reference.ts";
import { isTime } from "./times.ts";

/** A JSDoc block of these lines; an empty line parts paragraphs. */
export function docComment(lines: string[], indent = ""): string {
  const safe = lines.flatMap((line) => line.split("\n")).map((line) => line.replaceAll("*/", "*\\/"));
  if (safe.length === 1) return `${indent}/** ${safe[0]} */`;
  return [`${indent}/**`, ...safe.map((line) => `${indent} * ${line}`.trimEnd()), `${indent} */`].join("\n");
}

export function parameterDoc(parameter: Parameter): string[] {
  const limits = limitsOf(parameter.schema.items ?? parameter.schema);
  return [
    parameter.description.trim(),
    ...(limits === "" ? [] : [limits]),
    ...(isTime(parameter)
      ? [
          "A Date, or text in UTC such as `2017-04-15T04:25:38`, with up to six digits of a fraction; text with a",
          "zone, such as `2017-04-15T06:25:38+02:00`, is converted.",
        ]
      : []),
    ...(parameter["x-csbs-bound"] === true ? ["Left out, it is what the client was created with."] : []),
    ...(parameter.example === undefined ? [] : [`@example ${JSON.stringify(parameter.example)}`]),
  ];
}

function limitsOf({ format, pattern, minLength, maxLength }: Schema): string {
  const limits = [
    ...(format === undefined ? [] : [`Format: ${format}.`]),
    ...(pattern === undefined ? [] : [`Pattern: \`${pattern}\`.`]),
    ...(maxLength === undefined ? [] : [`Length: ${minLength ?? 0} to ${maxLength}.`]),
  ];
  return limits.join(" ");
}

export function operationDoc(document: Document, { operation, method, path }: FoundOperation): string[] {
  const responses = Object.entries(operation.responses).map(([status, response]) => ({
    status,
    text: resolve<Response>(document, response).description,
  }));
  const errors = responses.filter(({ status }) => /^[45]/.test(status));
  return [
    `${operation.summary}: \`${method.toUpperCase()} ${path}\`.`,
    "",
    operation.description.trim(),
    "",
    `Documented by: ${operation["x-csbs-clouds"].join(", ")}.`,
    "",
    ...errors.map(({ status, text }) => `@throws CsbsApiError ${status}: ${text}`),
    "@throws CsbsConnectionError when no response arrives, CsbsTimeoutError when it comes too late.",
    "@throws CsbsResponseError when the response is not the JSON that is promised.",
    "@throws CsbsConfigError when a parameter cannot be sent; nothing is sent then.",
    `@see ${operation.externalDocs.url}`,
  ];
}
