const snake = /^[a-z][a-z0-9]*(_[a-z0-9]+)*$/;

/** Checks the names of parameters and of properties, wherever in the document they are. */
export default function wireNames(document, _, { path }) {
  const findings = [];
  visit(document, [...path]);
  return findings;

  function visit(node, at) {
    if (typeof node !== "object" || node === null) return;
    if (isParameter(node)) check(node.name, node, at);
    if (isSchemaProperties(node.properties)) {
      for (const [name, schema] of Object.entries(node.properties))
        check(name, schema, [...at, "properties", name]);
    }
    for (const [key, child] of Object.entries(node)) {
      if (!["example", "examples", "value", "default", "enum"].includes(key)) visit(child, [...at, key]);
    }
  }

  function check(name, holder, at) {
    if (snake.test(name) || holder["x-csbs-wire-name"] !== undefined) return;
    findings.push({ message: `"${name}" must be snake_case, or say why not in x-csbs-wire-name.`, path: at });
  }
}

function isParameter(node) {
  return typeof node.name === "string" && ["path", "query"].includes(node.in);
}

function isSchemaProperties(properties) {
  return typeof properties === "object" && properties !== null && !Array.isArray(properties);
}
