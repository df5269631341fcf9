/** Refuses a property called `id` in an extension: validators of draft-04 take it for the ID of a schema. */
export default function extensionNames(document, _, { path }) {
  const findings = [];
  visit(document, [...path], false);
  return findings;

  function visit(node, at, inExtension) {
    if (typeof node !== "object" || node === null) return;
    for (const [key, child] of Object.entries(node)) {
      const here = [...at, key];
      if (inExtension && key === "id") {
        findings.push({ message: "A property of an extension must not be called id.", path: here });
      }
      visit(child, here, inExtension || key.startsWith("x-"));
    }
  }
}
