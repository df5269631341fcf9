import { readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { type Document, LineCounter, parseDocument, visit } from "yaml";
import { CsbsConfigError } from "../errors.ts";

/** One entry of clouds.yaml, with what secure.yaml adds to it. */
export interface Cloud {
  name: string;
  entry: Mapping;
}

/** The variables of the process. */
export interface Environment {
  readonly [name: string]: string | undefined;
}

type Mapping = { [key: string]: unknown };

/** Where OpenStack's tools search, in this order; the first file there counts. */
function folders(): string[] {
  return [".", join(homedir(), ".config/openstack"), "/etc/openstack"];
}

/**
 * Finds a cloud by its name in clouds.yaml, as OpenStack's tools do.
 *
 * @throws CsbsConfigError when there is no such file or cloud. It holds nothing of the files but names.
 */
export function loadCloud(name: string, environment: Environment): Cloud {
  const file = readFirst("clouds", environment.OS_CLIENT_CONFIG_FILE);
  if (file === undefined) {
    throw new CsbsConfigError(
      `there is no clouds.yaml in ${folders().join(", ")}; OS_CLIENT_CONFIG_FILE can name another`,
    );
  }
  const entry = own(file.clouds, name);
  if (!isMapping(entry)) {
    const others = Object.keys(file.clouds).join(", ");
    throw new CsbsConfigError(
      `${file.path} has no cloud ${JSON.stringify(name)}; it has ${others || "none"}`,
    );
  }
  const secret = own(readFirst("secure", environment.OS_CLIENT_SECURE_FILE)?.clouds ?? {}, name);
  return { name, entry: isMapping(secret) ? merge(entry, secret) : entry };
}

/** What every object has by birth, such as __proto__, is in no file. */
function own(mapping: Mapping, key: string): unknown {
  return Object.hasOwn(mapping, key) ? mapping[key] : undefined;
}

interface CloudsFile {
  path: string;
  clouds: Mapping;
}

/** A file that was named must be there; one that is looked for need not. */
function readFirst(base: string, named: string | undefined): CloudsFile | undefined {
  const paths = named
    ? [named]
    : folders().flatMap((folder) => [join(folder, `${base}.yaml`), join(folder, `${base}.yml`)]);
  for (const path of paths) {
    const text = read(path, named !== undefined && named !== "");
    if (text !== undefined) return { path, clouds: cloudsOf(text, path) };
  }
  return undefined;
}

function read(path: string, needed: boolean): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (!needed && (code === "ENOENT" || code === "ENOTDIR")) return undefined;
    throw new CsbsConfigError(`cannot read ${path} (${code})`);
  }
}

/** Nothing that the library says is passed on, and it warns of nothing: it quotes what may be a password. */
function cloudsOf(text: string, path: string): Mapping {
  const lineCounter = new LineCounter();
  // Every scalar stays the text it is: an ID of digits alone would lose some as a number.
  const document = parseDocument(text, { schema: "failsafe", merge: true, lineCounter, logLevel: "error" });
  const [error] = document.errors;
  if (error !== undefined) {
    throw new CsbsConfigError(
      `${path} is not valid YAML, see line ${lineCounter.linePos(error.pos[0]).line}`,
    );
  }
  const content = contentOf(document, path, lineCounter);
  return isMapping(content) && isMapping(content.clouds) ? content.clouds : {};
}

/** The library resolves aliases and merges only here, so that some mistakes come to light here. */
function contentOf(document: Document, path: string, lineCounter: LineCounter): unknown {
  try {
    return document.toJS();
  } catch {
    const offset = placeOfLooseAlias(document);
    throw new CsbsConfigError(
      offset === undefined
        ? `${path} is not usable YAML: what << names is not a mapping, or aliases are circular`
        : `${path} is not valid YAML, see line ${lineCounter.linePos(offset).line}: there is no anchor for the alias (text that begins with * needs quotes)`,
    );
  }
}

function placeOfLooseAlias(document: Document): number | undefined {
  let offset: number | undefined;
  visit(document, {
    Alias(_, alias) {
      if (alias.resolve(document) !== undefined) return undefined;
      offset = alias.range?.[0];
      return visit.BREAK;
    },
  });
  return offset;
}

function merge(below: Mapping, above: Mapping): Mapping {
  const added = Object.entries(above).map(([key, value]) => {
    const before = own(below, key);
    return [key, isMapping(before) && isMapping(value) ? merge(before, value) : value] as const;
  });
  return { ...below, ...Object.fromEntries(added) };
}

function isMapping(value: unknown): value is Mapping {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
