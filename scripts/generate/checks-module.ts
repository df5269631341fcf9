import { createRequire } from "node:module";
import { Ajv2020 } from "ajv/dist/2020.js";
import standalone from "ajv/dist/standalone/index.js";
import { transform } from "esbuild";
import type { Document, JsonObject } from "../../src/spec/document.ts";
import { constraintsOf, type Forms, formats } from "./constraints.ts";
import { knownProperties } from "./known-properties.ts";

const require = createRequire(import.meta.url);

/** What ajv's code asks for by require, and names for it: functions that need nothing around them. */
const helpers: { [module: string]: string } = {
  "ajv/dist/runtime/ucs2length": "ucs2length",
  "ajv/dist/runtime/equal": "equal",
};

/** A row of a table of checks: a name, and the schema that it stands for, if any. */
export type Row = readonly [name: string, schema: string | undefined];

/**
 * A module that exports tables of checks, each a function for the component or inline schema that its row names, and
 * `forms`, the words for their patterns.
 */
export async function checksModule(
  document: Document,
  tables: { [name: string]: Row[] },
  inline: JsonObject = {},
): Promise<string> {
  const names = Object.values(tables).flatMap((rows) => rows.flatMap(([, name]) => name ?? []));
  const forms: Forms = {};
  const code = [
    ...Object.entries(helpers).map(([module, name]) => `const ${name} = ${require(module).default};`),
    compile({ ...document.components.schemas, ...inline }, names, forms),
    ...Object.entries(tables).map(([name, rows]) => `export const ${name} = {${rowsOf(rows)}};`),
    `export const forms = ${JSON.stringify(forms)};`,
  ].join("\n");
  // Nobody reads it, but editors and diffs should bear its lines.
  const { code: short } = await transform(code, {
    ...{ format: "esm", target: "es2022", minify: true, lineLimit: 1000 },
    // ajv leaves every schema behind, read or not.
    treeShaking: true,
  });
  return short;
}

/** What checks are, for the declarations of a module of them: the compiler does not read JavaScript here. */
export const checkTypes = `/** What is wrong with a value, in ajv's terms. */
export interface Problem {
  /** JSON pointer from the root of the value. */
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: { readonly [name: string]: unknown };
}

/** Tells whether a value fits, and leaves what is wrong with it in \`errors\`. */
export interface Check {
  (value: unknown): boolean;
  readonly errors?: readonly Problem[] | null;
}

/** The words for each pattern. */
export declare const forms: { readonly [pattern: string]: string };
`;

function rowsOf(rows: Row[]): string {
  return rows.flatMap(([id, schema]) => (schema === undefined ? [] : `${id}: ${schema}`)).join(", ");
}

/** Code that has a constant of the component's name for each that is asked for. */
function compile(schemas: JsonObject, names: string[], forms: Forms): string {
  const ajv = new Ajv2020({
    // Redocly and Spectral have judged the schemas already.
    ...{ strict: false, meta: false, validateSchema: false },
    formats,
    // Without this a component would be repeated wherever it is used.
    inlineRefs: false,
    // src/validation/messages.ts has its own.
    messages: false,
    code: { source: true, esm: true, lines: true },
  });
  ajv.addKeyword(knownProperties);
  // What these keep account of, the keywords above cannot ask for.
  Object.assign(ajv.opts, { unevaluated: false, dynamicRef: false });
  for (const [name, schema] of Object.entries(schemas)) {
    ajv.addSchema(constraintsOf(schema, forms) as JsonObject, name);
  }
  return standalone
    .default(ajv, Object.fromEntries(names.map((name) => [name, name])))
    .replaceAll(/^export const /gm, "const ")
    .replaceAll(/schemaPath:"(?:[^"\\]|\\.)*",/g, "")
    .replaceAll(/require\("([^"]+)"\)\.default/g, (_, module: string) => {
      const name = helpers[module];
      if (name === undefined) throw new Error(`ajv's code asks for ${module}: add it to the helpers.`);
      return name;
    });
}
