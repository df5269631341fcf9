/** Keywords of JSON Schema that only one of draft-07 and 2020-12 knows, or that type generators contradict themselves on. */
const refused = {
  dependentRequired: "draft-07 does not know it; use if and then",
  dependentSchemas: "draft-07 does not know it; use if and then",
  dependencies: "2020-12 does not know it; use if and then",
  prefixItems: "draft-07 does not know it",
  additionalItems: "2020-12 does not know it",
  unevaluatedProperties: "draft-07 does not know it",
  unevaluatedItems: "draft-07 does not know it",
  minContains: "draft-07 does not know it",
  maxContains: "draft-07 does not know it",
  patternProperties:
    "generators make an index signature of it that contradicts the properties; list the names",
  $defs: "draft-07 does not know it; use components",
  $dynamicRef: "draft-07 does not know it",
};

/** Checks the keywords of every schema: tools read the file by the rules of either draft. */
export default function bothDrafts(document, _, { path }) {
  const findings = [];
  if (document.jsonSchemaDialect !== undefined) {
    findings.push({
      message: "Leave jsonSchemaDialect out: viewers refuse a file that has it.",
      path: [...path, "jsonSchemaDialect"],
    });
  }
  visit(document.components, [...path, "components"]);
  visit(document.paths, [...path, "paths"]);
  return findings;

  function visit(node, at, isMap = false) {
    if (typeof node !== "object" || node === null) return;
    for (const [key, child] of Object.entries(node)) {
      const here = [...at, key];
      if (!isMap && key in refused) findings.push({ message: `${key}: ${refused[key]}.`, path: here });
      const opaque = ["example", "examples", "value", "const", "enum"].includes(key) || key.startsWith("x-");
      if (isMap || !opaque) visit(child, here, !isMap && ["properties", "schemas"].includes(key));
    }
  }
}
