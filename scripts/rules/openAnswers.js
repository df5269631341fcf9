/** Checks that nothing an answer may hold is closed: the service adds members without notice. */
export default function openAnswers(document, _, { path }) {
  const closed = new Set();
  for (const response of responsesOf(document)) {
    for (const { schema } of Object.values(response.content ?? {})) visit(schema);
  }
  return [...closed].map((name) => ({
    message: `Answers hold the schema ${name}, so it must not set additionalProperties to false.`,
    path: [...path, "components", "schemas", name],
  }));

  function visit(node, name, seen = new Set()) {
    if (typeof node !== "object" || node === null) return;
    if (node.$ref !== undefined) {
      const next = node.$ref.split("/").at(-1);
      if (seen.has(next)) return;
      visit(document.components.schemas[next], next, seen.add(next));
      return;
    }
    if (node.additionalProperties === false && name !== undefined) closed.add(name);
    for (const [key, child] of Object.entries(node)) if (key !== "examples") visit(child, name, seen);
  }
}

function responsesOf(document) {
  const inOperations = Object.values(document.paths ?? {})
    .flatMap((item) => Object.values(item))
    .flatMap((operation) => Object.values(operation?.responses ?? {}));
  return [...inOperations, ...Object.values(document.components?.responses ?? {})];
}
