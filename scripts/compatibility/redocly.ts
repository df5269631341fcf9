import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Document } from "../../src/spec/document.ts";
import { type Change, type Impact, placeOf } from "./change.ts";
import { isMadeHere, nameParameters } from "./normalize.ts";

const redocly = join(import.meta.dirname, "../../node_modules/.bin/redocly");
const config = join(import.meta.dirname, "redocly.yaml");

/** The parts of a change in the JSON report that are read here. */
export interface ReportedChange {
  path: string;
  typeName: string;
  kind: "added" | "removed" | "modified";
  impact: Impact;
  verdicts: { message: string }[];
  base?: { value?: unknown };
  revision?: { value?: unknown };
}

/** Whatever is new is an addition to Redocly, but these add words only. */
const documentation = [
  "Contact",
  "Example",
  "ExamplesMap",
  "ExternalDocs",
  "License",
  "SpecExtension",
  "Tag",
  "TagList",
];

/** What redocly diff finds, in our words. */
export async function diff(released: Document, current: Document): Promise<Change[]> {
  const folder = await mkdtemp(join(tmpdir(), "csbs-diff-"));
  const [base, revision, report] = ["base.json", "revision.json", "report.json"].map((name) =>
    join(folder, name),
  ) as [string, string, string];
  try {
    await writeFile(base, JSON.stringify(nameParameters(released)));
    await writeFile(revision, JSON.stringify(nameParameters(current)));
    await promisify(execFile)(
      redocly,
      [
        "diff",
        base,
        revision,
        "--config",
        config,
        "--format",
        "json",
        "--output",
        report,
        "--fail-on",
        "none",
      ],
      { env: { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" } },
    ).catch((error: { stderr: string }) => {
      throw new Error(`Redocly cannot compare the descriptions:\n${error.stderr}`);
    });
    const { changes } = JSON.parse(await readFile(report, "utf8")) as { changes: ReportedChange[] };
    return changes.filter(({ path }) => !isMadeHere(path)).map(toChange);
  } finally {
    await rm(folder, { recursive: true });
  }
}

export function toChange({ path, typeName, kind, impact, verdicts, base, revision }: ReportedChange): Change {
  const wordsOnly = kind === "added" && verdicts.length === 0 && documentation.includes(typeName);
  const { name } = (revision?.value ?? base?.value ?? {}) as { name?: unknown };
  const bare = kind === "modified" ? "changed" : kind;
  return {
    impact: wordsOnly ? "patch" : impact,
    place: placeOf(path),
    what:
      verdicts.map(({ message }) => message).join(" ") ||
      (typeof name === "string" ? `\`${name}\` ${bare}` : bare),
  };
}
