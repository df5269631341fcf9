import type { Document, Evidence, Json, JsonObject, Schema } from "../spec/document.ts";
import { type Finding, type Kind, type Step, typeOf, wordsOf } from "./findings.ts";
import { Schemas } from "./schemas.ts";

/**
 * Compares values with schemas, and finds everything that differs. Stricter than validation: a field that an
 * object's schema does not have is a finding even where the schema is open, and so is an unknown value of an
 * extensible list. Nothing inside a value of the wrong type is inspected.
 */
export class Inspector {
  readonly schemas: Schemas;
  readonly #evidence: { readonly [row: string]: Evidence };

  constructor(document: Document) {
    this.schemas = new Schemas(document);
    this.#evidence = document["x-csbs-evidence"];
  }

  inspect(node: Schema, value: Json, path: readonly Step[] = []): Finding[] {
    const schema = this.schemas.resolve(node);
    const found = this.#differences(schema, value, path);
    return this.withRows(found, schema["x-csbs-differences"] ?? [], value, path, wordsOf(schema));
  }

  /** Puts the rows that a value shows to the findings about it; a row of no finding becomes one of its own. */
  withRows(
    found: Finding[],
    rows: readonly string[],
    value: Json,
    path: readonly Step[],
    expected: string,
  ): Finding[] {
    const alone: string[] = [];
    for (const row of rows) {
      const evidence = this.#evidence[row] ?? "none";
      if (evidence === "none") continue;
      if (evidence !== "refusal" && !this.schemas.accepts(evidence, value)) continue;
      const about = found.filter((one) => isAbout(evidence, one, path.length));
      for (const one of about) one.rows = [...new Set([...one.rows, row])];
      if (about.length === 0 && evidence !== "refusal") alone.push(row);
    }
    if (alone.length === 0) return found;
    // A row that a whole object shows is not shown once more by what is inside.
    const others = found.filter(
      ({ kind, rows: shown }) => kind !== undefined || !shown.every((row) => alone.includes(row)),
    );
    return [...others, { path, expected, received: typeOf(value), value, rows: alone }];
  }

  #differences(schema: Schema, value: Json, path: readonly Step[]): Finding[] {
    const finding = (kind: Kind): Finding[] => [
      { path, kind, expected: wordsOf(schema), received: typeOf(value), value, rows: [] },
    ];
    if (!this.schemas.allowsType(schema, value)) return finding("type");
    const known = schema["x-extensible-enum"];
    const isUnknown = typeof value === "string" && known?.includes(value) === false;
    const own = isUnknown || !this.schemas.allowsValue(schema, value) ? finding("value") : [];
    if (Array.isArray(value)) {
      const { items } = schema;
      return [
        ...own,
        ...(items === undefined ? [] : value.flatMap((item) => this.inspect(items, item, [...path, {}]))),
      ];
    }
    if (typeof value !== "object" || value === null) return own;
    const fields = this.fieldsOf(schema, value);
    const inside = [...this.#missing(fields, value, path), ...this.#inspectFields(fields, value, path)];
    // "None of the known fields" says less than the names of the unknown ones.
    return inside.some(({ kind }) => kind === "undescribed") ? inside : [...own, ...inside];
  }

  #missing({ properties, required }: Fields, value: JsonObject, path: readonly Step[]): Finding[] {
    return required
      .filter((name) => !Object.hasOwn(value, name))
      .map((name) => ({
        path: [...path, { name, described: true }],
        kind: "missing" as const,
        expected: `required, ${wordsOf(this.schemas.resolve(properties[name] ?? {}))}`,
        received: "nothing",
        rows: [],
      }));
  }

  #inspectFields({ properties, rest }: Fields, value: JsonObject, path: readonly Step[]): Finding[] {
    return Object.entries(value).flatMap(([name, field]) => {
      const node = Object.hasOwn(properties, name) ? properties[name] : undefined;
      if (node !== undefined) return this.inspect(node, field, [...path, { name, described: true }]);
      if (typeof rest === "object") return this.inspect(rest, field, [...path, { name }]);
      if (rest) return [];
      return [
        {
          path: [...path, { name }],
          kind: "undescribed" as const,
          expected: "no field of this name",
          received: typeOf(field),
          value: field,
          rows: [],
        },
      ];
    });
  }

  /** The fields of an object, with those of the schemas that it is made of. */
  fieldsOf(schema: Schema, value: JsonObject): Fields {
    const { properties = {}, required = [], additionalProperties = true, if: condition, then } = schema;
    const parts = [
      ...(schema.allOf ?? []),
      ...[schema.anyOf, schema.oneOf].flatMap((branches) => this.#branchOf(schema, branches, value) ?? []),
      ...(condition !== undefined && then !== undefined && this.schemas.accepts(condition, value)
        ? [then]
        : []),
    ].map((part) => this.fieldsOf(this.schemas.resolve(part), value));
    const described = Object.assign(
      {},
      ...parts.map((part) => part.properties),
      properties,
    ) as Fields["properties"];
    return {
      properties: described,
      required: [...new Set([...required, ...parts.flatMap((part) => part.required)])],
      // An open object without a field of its own may hold anything.
      rest:
        typeof additionalProperties === "object"
          ? additionalProperties
          : additionalProperties && isEmpty(described),
    };
  }

  /** The branch that the discriminator names, else the one with the fewest differences. */
  #branchOf(
    { discriminator }: Schema,
    branches: Schema[] | undefined,
    value: JsonObject,
  ): Schema | undefined {
    const named = discriminator?.mapping?.[String(value[discriminator.propertyName])];
    if (named !== undefined) return branches?.find(({ $ref }) => $ref === named);
    const rated = branches?.map((branch) => ({ branch, differences: this.inspect(branch, value).length }));
    return rated?.sort((one, other) => one.differences - other.differences)[0]?.branch;
  }
}

export interface Fields {
  properties: { [name: string]: Schema };
  required: string[];
  /** What a field without a schema is: of this schema, anything, or not described. */
  rest: boolean | Schema;
}

function isEmpty(object: object): boolean {
  return Object.keys(object).length === 0;
}

/** Whether a finding about a value, or about a part of it, is what the evidence is about. */
function isAbout(evidence: "refusal" | Schema, { path, kind }: Finding, depth: number): boolean {
  if (evidence === "refusal") return kind !== "type" && path.length <= depth + 1;
  const name = path.slice(depth).find((step) => step.name !== undefined)?.name;
  return path.length === depth || (name !== undefined && namesIn(evidence).includes(name));
}

/** The fields of a value that a schema is about, those that must be missing first. */
export function namesIn({ not, items, anyOf = [], required = [], properties = {} }: Schema): string[] {
  const parts = [not, items, ...anyOf].filter((part) => part !== undefined);
  return [...parts.flatMap(namesIn), ...required, ...Object.keys(properties)];
}
