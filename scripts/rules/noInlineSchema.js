/**
 * Three things it refuses: a body whose schema is not a reference, an object with properties inside
 * another schema, and a schema that repeats a component word for word.
 */
export default function noInlineSchema(document, _, { path }) {
  const findings = [];
  const components = Object.entries(document.components?.schemas ?? {});
  const known = new Map(components.map(([name, schema]) => [canonical(schema), name]));
  const report = (message, at) => findings.push({ message, path: [...path, ...at] });

  for (const root of ["paths", "components"]) visitDocument(document[root], [root]);
  return findings;

  function visitDocument(node, at) {
    if (typeof node !== "object" || node === null) return;
    for (const [key, child] of Object.entries(node)) {
      const here = [...at, key];
      if (at[0] === "components" && at[1] === "schemas" && at.length === 2) visitSchema(child, here, true);
      else if (key === "schema") {
        if (at.at(-2) === "content" && child.$ref === undefined)
          report("The schema of a body must be a component.", here);
        visitSchema(child, here, false);
      } else if (!["example", "examples"].includes(key)) visitDocument(child, here);
    }
  }

  function visitSchema(schema, at, isComponent) {
    if (typeof schema !== "object" || schema === null || schema.$ref !== undefined) return;
    if (!isComponent && schema.properties !== undefined)
      report("An object inside a schema must be a component.", at);
    const twin = isComponent ? undefined : known.get(canonical(schema));
    if (twin !== undefined) report(`This repeats the component ${twin}: refer to it.`, at);
    for (const [key, child] of subSchemas(schema)) visitSchema(child, [...at, ...key], false);
  }
}

function subSchemas(schema) {
  const lists = ["anyOf", "oneOf", "allOf"].flatMap((key) =>
    (schema[key] ?? []).map((child, index) => [[key, index], child]),
  );
  const maps = Object.entries(schema.properties ?? {}).map(([name, child]) => [["properties", name], child]);
  const single = ["items", "additionalProperties"].filter((key) => schema[key] !== undefined);
  return [...lists, ...maps, ...single.map((key) => [[key], schema[key]])];
}

/** Two schemas are the same when they constrain the same; what they say for people is left out. */
function canonical(schema) {
  const { title: _title, description: _description, examples: _examples, ...rest } = schema;
  return JSON.stringify(rest, (_, value) =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}
