const snake = /^[a-z][a-z0-9]*(_[a-z0-9]+)*$/;

/** Checks the names of parameters and of properties. The reason may stand on the component that a property refers to. */
export default function wireNames(document, _, { path }) {
  const findings = [];
  visit(document, [...path]);
  return findings;

  function visit(node, at) {
    if (typeof node !== "object" || node === null) return;
    if (isParameter(node)) check(node.name, node, at);
    for (const [key, child] of Object.entries(node)) {
      if (key === "properties" && isMap(child)) visitProperties(child, [...at, key]);
      else if (!["example", "examples", "value", "default", "enum", "not"].includes(key))
        visit(child, [...at, key]);
    }
  }

  // A property may itself be called properties, so the map of them is not a schema.
  function visitProperties(properties, at) {
    for (const [name, schema] of Object.entries(properties)) {
      check(name, schema, [...at, name]);
      visit(schema, [...at, name]);
    }
  }

  function check(name, holder, at) {
    const component = document.components?.schemas?.[holder.$ref?.split("/").at(-1)];
    if (snake.test(name) || (component ?? holder)["x-csbs-wire-name"] !== undefined) return;
    findings.push({ message: `"${name}" must be snake_case, or say why not in x-csbs-wire-name.`, path: at });
  }
}

function isParameter(node) {
  return typeof node.name === "string" && ["path", "query"].includes(node.in);
}

function isMap(properties) {
  return typeof properties === "object" && properties !== null && !Array.isArray(properties);
}
