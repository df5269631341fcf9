const pascal = /^([A-Z][a-z0-9]+)+$/;
const camel = /^[a-z][A-Za-z0-9]*$/;
const camelKinds = ["examples", "securitySchemes"];
/** Endings by which generators name the types of their own that they make for an operation. */
const taken = /(Response|Params)$/;
/** Names become classes elsewhere, so they are nouns. Go's generators make a constructor New… of each. */
const notNouns = /^(Responded|New)|(Create|Answer)$/;

/**
 * Checks the names of components. Those that become types share one namespace in most generators, so two of them
 * must differ by more than their case, whatever their kind, and none may have a name that a generator gives to an
 * operation's response or parameters.
 */
export default function componentNames(components, _, { path }) {
  const seen = new Map();
  const findings = [];
  for (const [kind, names] of Object.entries(components ?? {})) {
    const camelKind = camelKinds.includes(kind);
    for (const name of Object.keys(names)) {
      const report = (message) => findings.push({ message, path: [...path, kind, name] });
      if (!(camelKind ? camel : pascal).test(name)) {
        report(`The component "${name}" must be ${camelKind ? "camelCase" : "PascalCase"}.`);
      }
      if (camelKind) continue;
      if (taken.test(name)) report(`The component "${name}" ends like a type that generators make.`);
      if (notNouns.test(name)) report(`The component "${name}" must be a noun, such as PolicyInput.`);
      const twin = seen.get(name.toLowerCase());
      if (twin !== undefined) report(`The component "${name}" has the name of ${twin}.`);
      seen.set(name.toLowerCase(), `components/${kind}/${name}`);
    }
  }
  return findings;
}
