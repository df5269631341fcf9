/** A mapping of a YAML file. */
export type Mapping = { [key: string]: unknown };

/** What every object has by birth, such as __proto__, is in no file. */
export function own(mapping: Mapping, key: string): unknown {
  return Object.hasOwn(mapping, key) ? mapping[key] : undefined;
}

export function isMapping(value: unknown): value is Mapping {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
