/** A path with its parameters filled in, percent-encoded. A parameter without a value becomes empty. */
export function fillPath(template: string, values: { readonly [name: string]: unknown }): string {
  return replaceParameters(template, (name) => encodeURIComponent(String(values[name] ?? "")));
}

/** A template with each `{name}` replaced. */
export function replaceParameters(template: string, replacement: (name: string) => string): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => replacement(name));
}
