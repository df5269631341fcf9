/** Keys below which values stand, not schemas. */
const values = ["example", "examples", "value", "default", "enum", "const"];

/** Checks that each pattern has x-csbs-form, and the same one wherever the pattern stands. */
export default function patternForms(document, _, { path }) {
  const findings = [];
  const forms = new Map();
  visit(document, [...path]);
  return findings;

  function visit(node, at) {
    if (typeof node !== "object" || node === null) return;
    if (typeof node.pattern === "string") check(node.pattern, node["x-csbs-form"], [...at, "pattern"]);
    for (const [key, child] of Object.entries(node)) {
      if (key === "properties") visitProperties(child, [...at, key]);
      else if (!values.includes(key)) visit(child, [...at, key]);
    }
  }

  // A property may itself be called value or pattern.
  function visitProperties(properties, at) {
    for (const [name, schema] of Object.entries(properties)) visit(schema, [...at, name]);
  }

  function check(pattern, form, at) {
    if (typeof form !== "string") {
      findings.push({ message: "The pattern lacks x-csbs-form, which says it in words.", path: at });
    } else if ((forms.get(pattern) ?? form) !== form) {
      findings.push({
        message: `Elsewhere x-csbs-form of this pattern is "${forms.get(pattern)}".`,
        path: at,
      });
    } else forms.set(pattern, form);
  }
}
