import { readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { isMap, isScalar, parseDocument, type YAMLMap } from "yaml";

/** A node of a source file, by its path in the file. */
export interface Place {
  /** From the root of the project. */
  file: string;
  path: readonly (string | number)[];
}

/** The YAML files of openapi/, with the changes that are proposed so far. */
export class Sources {
  readonly #root: string;
  readonly #texts = new Map<string, string>();
  readonly #changed = new Set<string>();

  constructor(root: string) {
    this.#root = root;
  }

  read(file: string): string {
    const text = this.#texts.get(file) ?? readFileSync(join(this.#root, file), "utf8");
    this.#texts.set(file, text);
    return text;
  }

  write(file: string, text: string): void {
    this.#texts.set(file, text);
    this.#changed.add(file);
  }

  /** File and new text of each changed file. */
  changes(): [file: string, text: string][] {
    return [...this.#changed].sort().map((file) => [file, this.read(file)]);
  }

  /** The map at a place; undefined if there is none. References are followed. */
  map({ file, path }: Place): { place: Place; map: YAMLMap } | undefined {
    const document = parseDocument(this.read(file));
    const node = path.length === 0 ? document.contents : document.getIn(path, true);
    if (!isMap(node)) return undefined;
    const reference = node.get("$ref");
    if (typeof reference !== "string") return { place: { file, path }, map: node };
    const [to = "", pointer = ""] = reference.split("#");
    const target = to === "" ? file : normalize(join(dirname(file), to));
    return this.map({ file: target, path: partsOf(pointer) });
  }

  /** The map under keys of a place. */
  child(start: Place, ...keys: string[]): Place | undefined {
    let place = this.map(start)?.place;
    for (const key of keys) place = place && this.map({ ...place, path: [...place.path, key] })?.place;
    return place;
  }
}

function partsOf(pointer: string): string[] {
  return pointer
    .split("/")
    .slice(1)
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** The keys of a map. */
export function keysOf(map: YAMLMap): string[] {
  return map.items.map(({ key }) => String(isScalar(key) ? key.value : key));
}
