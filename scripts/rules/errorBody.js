const methods = ["get", "put", "post", "delete", "patch"];

/** Checks that the JSON of every response other than 2xx is a reference to the one error schema. */
export default function errorBody(document, { component }, { path }) {
  const wanted = `#/components/schemas/${component}`;
  const findings = [];
  for (const [route, item] of Object.entries(document.paths ?? {})) {
    for (const method of methods.filter((name) => item[name] !== undefined)) {
      for (const [status, response] of Object.entries(item[method].responses ?? {})) {
        if (status.startsWith("2")) continue;
        const schema = follow(document, response)?.content?.["application/json"]?.schema;
        if (schema?.$ref === wanted) continue;
        findings.push({
          message: `Response ${status} must have JSON of the schema ${component}, by reference.`,
          path: [...path, "paths", route, method, "responses", status],
        });
      }
    }
  }
  return findings;
}

function follow(document, node) {
  if (node?.$ref === undefined) return node;
  const parts = node.$ref.slice("#/".length).split("/");
  return parts.reduce((found, part) => found?.[part], document);
}
