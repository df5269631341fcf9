/** A node of a document, or a reference to one. */
export type Reference = { $ref: string };

/**
 * Follows local references until something else is found.
 *
 * @throws Error for a reference to nothing, to another document, or to itself.
 */
export function resolve<T>(document: object, node: T | Reference): T {
  const seen = new Set<string>();
  let found: unknown = node;
  while (isReference(found)) {
    if (seen.has(found.$ref)) throw new Error(`the reference ${found.$ref} is circular`);
    seen.add(found.$ref);
    found = lookUp(document, found.$ref);
  }
  return found as T;
}

/** A copy of a node in which every reference is replaced. */
export function resolveAll<T>(document: object, node: unknown, open: readonly string[] = []): T {
  if (isReference(node)) {
    if (open.includes(node.$ref)) throw new Error(`the reference ${node.$ref} is circular`);
    return resolveAll(document, lookUp(document, node.$ref), [...open, node.$ref]);
  }
  if (Array.isArray(node)) return node.map((item) => resolveAll(document, item, open)) as T;
  if (typeof node !== "object" || node === null) return node as T;
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => [key, resolveAll(document, value, open)]),
  ) as T;
}

/** The last part of a local reference: the component's name. */
export function componentName(reference: string): string {
  return unescapePart(reference.slice(reference.lastIndexOf("/") + 1));
}

function isReference(node: unknown): node is Reference {
  return typeof node === "object" && node !== null && typeof (node as Partial<Reference>).$ref === "string";
}

function lookUp(document: object, reference: string): unknown {
  if (!reference.startsWith("#/")) throw new Error(`the reference ${reference} leaves the document`);
  let found: unknown = document;
  for (const part of reference.slice("#/".length).split("/")) {
    const name = unescapePart(part);
    found =
      typeof found === "object" && found !== null && Object.hasOwn(found, name)
        ? (found as Record<string, unknown>)[name]
        : undefined;
  }
  if (found === undefined) throw new Error(`the document has nothing at ${reference}`);
  return found;
}

/** JSON Pointer writes a slash as ~1 and a tilde as ~0. */
function unescapePart(part: string): string {
  return part.replaceAll("~1", "/").replaceAll("~0", "~");
}
