/** Checks that titles are the names of the components in words: generators name types and parameters after either. */
export default function schemaTitles(schemas, _, { path }) {
  return Object.entries(schemas ?? {})
    .filter(([name]) => /^[A-Z]/.test(name))
    .map(([name, { title }]) => ({ name, title, wanted: words(name) }))
    .filter(({ title, wanted }) => title !== wanted)
    .map(({ name, title, wanted }) => ({
      message: `The title of ${name} is "${title}"; it must be "${wanted}".`,
      path: [...path, name],
    }));
}

/** CheckResult: "Check result". */
function words(name) {
  const [first, ...others] = name.match(/[A-Z][a-z0-9]*/g) ?? [name];
  return [first, ...others.map((word) => word.toLowerCase())].join(" ");
}
