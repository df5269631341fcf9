import fc, { type Arbitrary } from "fast-check";
import type { Json, Parameter, Schema } from "../../src/spec/document.ts";
import type { FoundOperation } from "../../src/spec/operations.ts";
import { resolve } from "../../src/spec/reference.ts";
import { document } from "../support/spec.ts";
import { bodySchema, bodySent, type Parameters, takes, validCalls } from "./calls.ts";
import { hostileTexts } from "./texts.ts";

type Path = (string | number)[];

/** Calls whose body the description refuses: one place of a good one is replaced, taken out or added to. */
export function brokenBodies(found: FoundOperation): Arbitrary<Parameters> {
  const schema = bodySchema(found) as Schema;
  return fc
    .record({
      parameters: validCalls(found),
      kind: fc.constantFrom("replace" as const, "remove" as const, "add" as const),
      place: fc.nat(),
      value: fc.oneof(
        fc.json().map((text) => JSON.parse(text) as Json),
        edges,
      ),
      name: hostileTexts,
    })
    .map(({ parameters, kind, place, value, name }) => {
      const body = structuredClone(parameters.body) as Json;
      const places = placesIn(body, []);
      const path = places[place % places.length] as Path;
      return { ...parameters, body: edited(body, path, kind, { value, name }) };
    })
    .filter(({ body }) => !takes(schema, bodySent(found, body as Json)));
}

const edges = fc.constantFrom<Json>(
  -1,
  0,
  1.5,
  2 ** 31,
  1e300,
  "",
  "x".repeat(10_241),
  "null",
  true,
  null,
  [],
  {},
);

/** Where something can be broken: every value inside, and the whole. */
function placesIn(value: Json, path: Path): Path[] {
  if (typeof value !== "object" || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([name, field]) => placesIn(field, [...path, name]))];
}

function edited(
  body: Json,
  path: Path,
  kind: "replace" | "remove" | "add",
  { value, name }: { value: Json; name: string },
): Json {
  const last = path.at(-1);
  if (last === undefined) return kind === "add" && isObject(body) ? withField(body, name, value) : value;
  const parent = path.slice(0, -1).reduce((found, step) => (found as never)[step], body) as Record<
    string | number,
    Json
  >;
  const here = parent[last] as Json;
  if (kind === "remove") {
    if (Array.isArray(parent)) parent.splice(Number(last), 1);
    else delete parent[last];
  } else parent[last] = kind === "add" && isObject(here) ? withField(here, name, value) : value;
  return body;
}

/** `__proto__` becomes a field like any other. */
function withField(object: object, name: string, value: Json): Json {
  return Object.fromEntries([...Object.entries(object), [name, value]]);
}

function isObject(value: Json): value is Record<string, Json> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Calls of which one parameter, in path or query, has a value that its schema refuses. */
export function brokenParameters(found: FoundOperation): Arbitrary<Parameters> {
  const broken = found.parameters.map((parameter) =>
    refusedValues(parameter).map((value) => ({ [parameter.name]: value })),
  );
  return fc.tuple(validCalls(found), fc.oneof(...broken)).map(([good, bad]) => ({ ...good, ...bad }));
}

function refusedValues({ schema: node }: Parameter): Arbitrary<unknown> {
  const schema = resolve<Schema>(document, node);
  if (schema.type === "array") {
    const item = refusedValues({ schema: schema.items } as Parameter);
    return fc.oneof(
      fc.constant([]),
      item.map((value) => [value]),
    );
  }
  const texts = fc.oneof(hostileTexts, fc.string({ unit: "binary", minLength: 256, maxLength: 300 }));
  // Text that reads as a number arrives as that number: the types refuse it, the wire cannot tell.
  const words = texts.filter((text) => schema.type !== "integer" || Number.isNaN(Number(text)));
  const numbers = fc.oneof(fc.integer(), fc.double(), fc.maxSafeInteger());
  const wholes = schema.type === "string" ? texts : fc.oneof(words, numbers);
  return fc
    .oneof({ weight: 9, arbitrary: wholes }, { weight: 1, arbitrary: fc.constantFrom({}, null) })
    .filter(
      (value) => !takes(node, value) && !(schema.type === "boolean" && /^(true|false)$/.test(String(value))),
    );
}
