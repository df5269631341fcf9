import { describe, test } from "vitest";
import { forms } from "../../generated/validators.js";
import type { Json, Parameter, Schema } from "../../src/spec/document.ts";
import { resolve } from "../../src/spec/reference.ts";
import { requestValidator } from "../../src/validators.ts";
import { document, findOperation, operations } from "../support/spec.ts";

/** A value that breaks one constraint of a parameter, and the message about it without the parameter's name. */
interface Broken {
  value: Json;
  message: string;
}

/** What a constraint demands, by keyword. A keyword that is not here fails the tests. */
const breaks: { readonly [keyword: string]: (schema: Schema, limit: never) => Broken } = {
  type: (_, type: string) => ({ value: { a: 1 }, message: `must be ${nouns[type]}` }),
  enum: (_, names: string[]) => ({
    value: `${names[0]}!`,
    message: `must be one of ${names.map((name) => JSON.stringify(name)).join(", ")}`,
  }),
  const: (_, only: string) => ({ value: `${only}!`, message: `must be "${only}"` }),
  pattern: (schema, pattern: string) => ({
    value: ["2017-04-15T04:25:38Z", "<no>", "No!"].find((text) => !new RegExp(pattern).test(text)) as string,
    message: `must be ${schema["x-csbs-form" as keyof Schema]}`,
  }),
  minLength: (_, limit: number) => ({
    value: "x".repeat(limit - 1),
    message: `must have at least ${limit} character${limit === 1 ? "" : "s"}`,
  }),
  maxLength: (_, limit: number) => ({
    value: "x".repeat(limit + 1),
    message: `must have at most ${limit} characters`,
  }),
  minimum: (_, limit: number) => ({ value: limit - 1, message: `must be at least ${limit}` }),
  maximum: (_, limit: number) => ({ value: limit + 1, message: `must be at most ${limit}` }),
};

const nouns: { readonly [type: string]: string } = {
  string: "a string",
  integer: "an integer",
  boolean: "true or false",
  array: "an array",
};

const annotations = ["title", "description", "examples", "items"];

function brokenValues({ name, schema: node }: Parameter): Broken[] {
  const schema = resolve<Schema>(document, node);
  const items = schema.items === undefined ? [] : brokenBy(resolve<Schema>(document, schema.items));
  return [
    ...brokenBy(schema).map(({ value, message }) => ({ value, message: `${name} ${message}` })),
    ...items.map(({ value, message }) => ({ value: [value], message: `${name}/0 ${message}` })),
  ];
}

function brokenBy(schema: Schema): Broken[] {
  return Object.entries(schema)
    .filter(([keyword]) => !annotations.includes(keyword) && !keyword.startsWith("x-"))
    .map(([keyword, limit]) => {
      const breaking = breaks[keyword];
      if (breaking === undefined) throw new Error(`no value here breaks the keyword ${keyword}`);
      return breaking(schema, limit as never);
    });
}

function examplesOf({ example, examples = {} }: Parameter & { examples?: object }): Json[] {
  const named = Object.values(examples as Record<string, { value: Json }>).map(({ value }) => value);
  return [...(example === undefined ? [] : [example]), ...named];
}

const problemOf = (operation: string, value: Record<string, unknown>) =>
  requestValidator({ operation, kind: "parameters", value });

describe.for(operations)("$operation.operationId", ({ operation: { operationId }, parameters }) => {
  test("accepts every example of its parameters", ({ expect }) => {
    for (const parameter of parameters) {
      const examples = examplesOf(parameter);
      expect(examples.length, parameter.name).toBeGreaterThan(0);
      for (const example of examples) {
        expect(problemOf(operationId, { [parameter.name]: example })).toBeUndefined();
      }
    }
  });

  test("reports every broken constraint by the parameter's name", ({ expect }) => {
    for (const parameter of parameters) {
      const broken = brokenValues(parameter);
      expect(broken.length, parameter.name).toBeGreaterThan(0);
      for (const { value, message } of broken) {
        expect(problemOf(operationId, { [parameter.name]: value })).toBe(message);
      }
    }
  });

  test("reports a wrong parameter beside right ones", ({ expect }) => {
    const right = Object.fromEntries(
      parameters.map((parameter) => [parameter.name, examplesOf(parameter)[0]]),
    );
    expect(problemOf(operationId, right)).toBeUndefined();
    for (const { name } of parameters) {
      expect(problemOf(operationId, { ...right, [name]: { a: 1 } })).toMatch(new RegExp(`^${name} must be `));
    }
  });
});

test("the values break every keyword, and no message shows a pattern", ({ expect }) => {
  const schemas = operations.flatMap(({ parameters }) =>
    parameters.map(({ schema }) => resolve<Schema>(document, schema)),
  );
  const used = new Set(schemas.flatMap((schema) => Object.keys(schema)));
  for (const keyword of ["type", "enum", "const", "pattern", "minLength", "maxLength", "minimum"]) {
    expect(used).toContain(keyword);
  }
  const messages = operations.flatMap(({ operation, parameters }) =>
    parameters.flatMap((parameter) =>
      brokenValues(parameter).map(({ value }) =>
        problemOf(operation.operationId, { [parameter.name]: value }),
      ),
    ),
  );
  const patterns = Object.keys(forms);
  expect(patterns.length).toBeGreaterThan(5);
  expect(messages.filter((message) => patterns.some((pattern) => message?.includes(pattern)))).toEqual([]);
});

test("parameters of other operations and absent ones are not its business", ({ expect }) => {
  const { operationId } = findOperation("countBackups").operation;
  expect(problemOf(operationId, {})).toBeUndefined();
  expect(problemOf("unheardOf", { status: 7 })).toBeUndefined();
});
