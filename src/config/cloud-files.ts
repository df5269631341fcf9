import { readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { type Document, LineCounter, parseDocument, visit } from "yaml";
import { CsbsConfigError } from "../errors.ts";
import { isMapping, type Mapping, own } from "./cloud-keys.ts";

/** A file of OpenStack's tools: the entries under its top key. */
export interface CloudsFile {
  path: string;
  entries: Mapping;
}

/** Where OpenStack's tools search, in this order; the first file there counts. */
export function folders(): string[] {
  return [".", join(homedir(), ".config/openstack"), "/etc/openstack"];
}

/** A file that was named must be there; one that is looked for need not. */
export function readFirst(
  base: string,
  named: string | undefined,
  topKey = "clouds",
): CloudsFile | undefined {
  const paths = named
    ? [named]
    : folders().flatMap((folder) => [join(folder, `${base}.yaml`), join(folder, `${base}.yml`)]);
  for (const path of paths) {
    const text = read(path, named !== undefined && named !== "");
    if (text !== undefined) return { path, entries: entriesOf(text, path, topKey) };
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
function entriesOf(text: string, path: string, topKey: string): Mapping {
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
  const entries = isMapping(content) ? own(content, topKey) : undefined;
  return isMapping(entries) ? entries : {};
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
