import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import fc, { type Arbitrary } from "fast-check";
import { fixedParameters, operationTable } from "../../generated/operations.ts";
import { isTimeSchema } from "../../scripts/generate/times.ts";
import type { CsbsClient } from "../../src/index.ts";
import type { Json, Parameter, Schema } from "../../src/spec/document.ts";
import type { FoundOperation } from "../../src/spec/operations.ts";
import { document } from "../support/spec.ts";
import { type FuzzSchema, valuesOf } from "./schema-arbitrary.ts";

export type Parameters = Record<string, unknown>;

const ajv = addFormats.default(new Ajv2020({ strict: false, allErrors: true }));
ajv.addSchema(document, "csbs", false, false);
const compiled = new Map<string, ValidateFunction>();

/** Whether a schema of the description takes a value, asked of ajv itself. */
export function takes(schema: Schema, value: unknown): boolean {
  const key = JSON.stringify(schema).replaceAll('"#/', '"csbs#/');
  const check = compiled.get(key) ?? ajv.compile(JSON.parse(key) as object);
  compiled.set(key, check);
  return check(value) as boolean;
}

/** The schema of an operation's body; undefined where it takes none. */
export function bodySchema({ operation }: FoundOperation): Schema | undefined {
  return operation.requestBody?.content["application/json"]?.schema;
}

/** What a caller passes: the client fills in the rest. */
export function givenParameters({ parameters }: FoundOperation): Parameter[] {
  return parameters.filter((parameter) => parameter["x-csbs-bound"] !== true);
}

/** Arguments of a method that satisfy the description: any choice of what is optional, any values. */
export function validCalls(found: FoundOperation): Arbitrary<Parameters> {
  const parameters = givenParameters(found);
  const schema = bodySchema(found);
  const values: Record<string, Arbitrary<Json>> = Object.fromEntries(
    parameters.map(({ name, in: place, schema }) => [
      name,
      place === "path"
        ? segments(schema)
        : isTimeSchema(schema)
          ? times
          : valuesOf(document, schema as FuzzSchema).filter(filtersSomething),
    ]),
  );
  const required = parameters.filter(({ required }) => required === true).map(({ name }) => name);
  if (schema !== undefined) {
    values.body = valuesOf(document, schema as FuzzSchema);
    required.push("body");
  }
  return fc.record(values, { requiredKeys: required });
}

/** Times that exist, in the form that is sent: the pattern alone takes a 99th day of a month too. */
const times: Arbitrary<Json> = fc
  .tuple(
    fc.date({
      min: new Date("0000-01-01T00:00:00Z"),
      max: new Date("9999-12-31T23:59:59Z"),
      noInvalidDate: true,
    }),
    fc.oneof(fc.constant(""), fc.stringMatching(/^\.[0-9]{0,5}[1-9]$/)),
  )
  .map(([date, fraction]) => date.toISOString().slice(0, 19) + fraction);

/** The client refuses empty texts and lists, which filter nothing, though no page forbids them. */
function filtersSomething(value: Json): boolean {
  return Array.isArray(value) ? value.length > 0 && value.every(filtersSomething) : value !== "";
}

/** An empty segment or dots alone lead to another path in any URL; the client refuses them, as paths.test.ts holds. */
function segments(schema: Schema): Arbitrary<Json> {
  return valuesOf(document, schema as FuzzSchema).filter(
    (value) => !["", ".", ".."].includes(value as string),
  );
}

/** A body as it is sent: the client adds the fixed parameters that it leaves out. */
export function bodySent({ operation }: FoundOperation, body: Json): Json {
  const { fixedIn } = operationTable[operation.operationId as keyof typeof operationTable] as {
    fixedIn?: string;
  };
  const held = fixedIn === undefined ? undefined : (body as { [name: string]: Json } | null)?.[fixedIn];
  if (typeof held !== "object" || held === null || Array.isArray(held)) return body;
  return { ...(body as object), [fixedIn as string]: { ...fixedParameters, ...held } } as Json;
}

type Method = (parameters: Parameters, options?: object) => Promise<unknown>;

/** A method of a client, by its operation's name. */
export function methodOf(csbs: CsbsClient, { operation }: FoundOperation): Method {
  return csbs[operation.operationId as keyof CsbsClient] as unknown as Method;
}
