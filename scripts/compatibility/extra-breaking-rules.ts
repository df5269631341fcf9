import type { Document, Parameter, Response, Schema } from "../../src/spec/document.ts";
import { type FoundOperation, listOperations } from "../../src/spec/operations.ts";
import { resolve } from "../../src/spec/reference.ts";
import type { Change } from "./change.ts";
import { operationKey } from "./normalize.ts";

interface Shape extends Schema {
  properties?: { [name: string]: Shape };
  items?: Shape;
  additionalProperties?: Shape | boolean;
  allOf?: Shape[];
  anyOf?: Shape[];
  oneOf?: Shape[];
}

/** The two descriptions, and the pairs of schemas that were compared already. */
interface Sides {
  released: Document;
  current: Document;
  seen: Map<Shape, Set<Shape>>;
}

/** Two states of an operation, and how people know it. */
interface Pair {
  place: string;
  before: FoundOperation;
  after: FoundOperation;
}

/**
 * What redocly diff rates too low: things that do not break the wire, or not on every server, but do
 * break who calls the client by its types, or a client that was generated.
 */
export function extraBreakingChanges(released: Document, current: Document): Change[] {
  const sides = { released, current, seen: new Map() };
  return [
    ...lostSchemas(sides),
    ...pairs(sides).flatMap((pair) => [
      ...renamedInPath(pair),
      ...unboundParameters(pair),
      ...newValuesOfParameters(sides, pair),
      ...bodyChanges(sides, pair),
      ...emptiedResponses(sides, pair),
    ]),
  ];
}

/** Types are exported under the names of the schemas. */
function lostSchemas({ released, current }: Sides): Change[] {
  return Object.keys(released.components.schemas ?? {})
    .filter((name) => !(name in (current.components.schemas ?? {})))
    .map((name) => ({
      impact: "major",
      place: `components.schemas.${name}`,
      what: `Schema \`${name}\`, and the type of that name, was removed or renamed.`,
    }));
}

function pairs({ released, current }: Sides): Pair[] {
  const key = ({ method, path }: FoundOperation) => operationKey(method, path);
  const byKey = new Map(listOperations(current).map((found) => [key(found), found]));
  return listOperations(released).flatMap((before) => {
    const after = byKey.get(key(before));
    return after === undefined
      ? []
      : [{ place: `${before.method.toUpperCase()} ${before.path}`, before, after }];
  });
}

/** A path parameter's name is not on the wire, but the client's callers write it. */
function renamedInPath({ place, before, after }: Pair): Change[] {
  if (before.path === after.path) return [];
  return [
    { impact: "major", place, what: `Path parameters were renamed: the path is \`${after.path}\` now.` },
  ];
}

/** What the client no longer fills in, its callers must. */
function unboundParameters({ place, before, after }: Pair): Change[] {
  return samePlaced(before, after)
    .filter(
      ([old, now]) => old["x-csbs-bound"] === true && now.required === true && now["x-csbs-bound"] !== true,
    )
    .map(([{ name }]) => ({
      impact: "major",
      place,
      what: `The client no longer fills in \`${name}\`: callers must.`,
    }));
}

function newValuesOfParameters(sides: Sides, { place, before, after }: Pair): Change[] {
  return samePlaced(before, after).flatMap(([old, now]) =>
    schemaChanges(sides, place, [old.name], old.schema, now.schema),
  );
}

function samePlaced(before: FoundOperation, after: FoundOperation): [Parameter, Parameter][] {
  return before.parameters.flatMap((old) => {
    const now = after.parameters.find((parameter) => parameter.name === old.name && parameter.in === old.in);
    return now === undefined ? [] : [[old, now] as [Parameter, Parameter]];
  });
}

function bodyChanges(sides: Sides, { place, before, after }: Pair): Change[] {
  const [old, now] = [before.operation.requestBody, after.operation.requestBody];
  if (old === undefined) {
    return now?.required === true
      ? [{ impact: "major", place, what: "A request body is required now; there was none." }]
      : [];
  }
  return Object.entries(old.content).flatMap(([type, { schema }]) => {
    const other = now?.content[type]?.schema;
    return other === undefined ? [] : schemaChanges(sides, place, [], schema, other);
  });
}

/** Callers may get undefined where they got a response. */
function emptiedResponses({ released, current }: Sides, { place, before, after }: Pair): Change[] {
  return Object.entries(before.operation.responses).flatMap(([status, node]) => {
    const other = after.operation.responses[status];
    if (other === undefined) return [];
    const [old, now] = [resolve<Response>(released, node), resolve<Response>(current, other)];
    return now["x-csbs-optional-body"] === true && old["x-csbs-optional-body"] !== true
      ? [{ impact: "major", place, what: `The body of response \`${status}\` may be missing now.` }]
      : [];
  });
}

/** Properties that may no longer be sent, and values that may be from now on. */
function schemaChanges(sides: Sides, place: string, trail: string[], old: Shape, now: Shape): Change[] {
  const [before, after] = [resolve<Shape>(sides.released, old), resolve<Shape>(sides.current, now)];
  const partners = sides.seen.get(before) ?? new Set();
  if (partners.has(after)) return [];
  sides.seen.set(before, partners.add(after));
  return [
    ...lostProperties(before, after).map((name) => ({
      impact: "major" as const,
      place,
      what: `Property \`${[...trail, name].join(".")}\` of the request was removed or renamed.`,
    })),
    ...(takesMore(before, after)
      ? [{ impact: "minor" as const, place, what: `\`${trail.join(".")}\` takes values that it did not.` }]
      : []),
    ...children(before, after).flatMap(([names, child, other]) =>
      schemaChanges(sides, place, [...trail, ...names], child, other),
    ),
  ];
}

function lostProperties(before: Shape, after: Shape): string[] {
  return Object.keys(before.properties ?? {}).filter((name) => !(name in (after.properties ?? {})));
}

function takesMore(before: Shape, after: Shape): boolean {
  const known = before.enum;
  return known !== undefined && after.enum?.every((value) => known.includes(value)) !== true;
}

/** Schemas inside both, each with the names that lead to it. */
function children(before: Shape, after: Shape): [string[], Shape, Shape][] {
  const found: [string[], Shape | boolean | undefined, Shape | boolean | undefined][] = [
    ...Object.entries(before.properties ?? {}).map(([name, schema]): (typeof found)[number] => [
      [name],
      schema,
      after.properties?.[name],
    ]),
    [[], before.items, after.items],
    [["*"], before.additionalProperties, after.additionalProperties],
    ...(["allOf", "anyOf", "oneOf"] as const).flatMap((keyword) =>
      (before[keyword] ?? []).map((schema, index): (typeof found)[number] => [
        [],
        schema,
        partner(schema, index, after[keyword] ?? []),
      ]),
    ),
  ];
  return found.filter(
    (entry): entry is [string[], Shape, Shape] =>
      typeof entry[1] === "object" && typeof entry[2] === "object",
  );
}

/** The order of alternatives has no meaning, so one with a name is found by it. */
function partner({ $ref }: Shape, index: number, alternatives: Shape[]): Shape | undefined {
  return $ref === undefined ? alternatives[index] : alternatives.find((other) => other.$ref === $ref);
}
