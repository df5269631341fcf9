import { _, type CodeKeywordDefinition, stringify } from "ajv/dist/2020.js";

/**
 * `knownProperties: [names]` refuses other properties, as `additionalProperties: false` does, but reports the known
 * names beside the unknown one.
 */
export const knownProperties: CodeKeywordDefinition = {
  keyword: "knownProperties",
  type: "object",
  schemaType: "array",
  // Where ajv has its own keyword: of several problems, the first is reported.
  before: "additionalProperties",
  error: {
    message: "",
    params: ({ params: { name, known } }) => _`{name: ${name}, known: ${known}}`,
  },
  code(context) {
    const { gen, data, schema } = context;
    const known = gen.scopeValue("obj", { ref: schema, code: stringify(schema) });
    const name = gen.const("name", _`Object.keys(${data}).find((name) => !${known}.includes(name))`);
    context.setParams({ name, known });
    context.fail(_`${name} !== undefined`);
  },
};
