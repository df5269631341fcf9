/**
 * Checks that every object in a response says additionalProperties: true. The service adds properties without
 * notice, and some generators take silence for a closed object.
 */
export default function openResponses(document, _, { path }) {
  const closed = new Set();
  const seen = new Set();
  for (const response of responsesOf(document)) {
    for (const { schema } of Object.values(response.content ?? {})) visit(schema);
  }
  return [...closed].map((name) => ({
    message: `Responses hold the schema ${name}, so it must set additionalProperties to true.`,
    path: [...path, "components", "schemas", name],
  }));

  function visit(node, name) {
    if (typeof node !== "object" || node === null) return;
    if (node.$ref !== undefined) {
      const next = node.$ref.split("/").at(-1);
      if (seen.has(next)) return;
      seen.add(next);
      visit(document.components.schemas[next], next);
      return;
    }
    const isObject = node.properties !== undefined || [node.type].flat().includes("object");
    if (isObject && node.additionalProperties !== true) closed.add(name);
    for (const child of Object.values(node.properties ?? {})) visit(child, name);
    for (const key of ["items", "allOf", "anyOf", "oneOf"]) {
      for (const child of [node[key] ?? []].flat()) visit(child, name);
    }
  }
}

function responsesOf(document) {
  const inOperations = Object.values(document.paths ?? {})
    .flatMap((item) => Object.values(item))
    .flatMap((operation) => Object.values(operation?.responses ?? {}));
  return [...inOperations, ...Object.values(document.components?.responses ?? {})];
}
