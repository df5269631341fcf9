import { existsSync, readdirSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { parse } from "yaml";

/** What the description of a program in another language always says. */
export interface Needs {
  /** Commands that must be on the machine; no suite installs them. */
  needs: string[];
}

/** A description with where it was found. */
export type Described<Description> = Description & {
  /** Name of the folder. */
  name: string;
  folder: string;
  /** Commands that are not there. */
  missing: string[];
};

/** Reads `file` in every folder below `parent` that has it, sorted by the folder's name. */
export function readDescriptions<Description extends Needs>(
  parent: string,
  file: string,
): Described<Description>[] {
  return readdirSync(parent, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(parent, entry.name, file)))
    .map(({ name }) => {
      const folder = join(parent, name);
      const description = parse(readFileSync(join(folder, file), "utf8")) as Description;
      const missing = description.needs.filter((command) => !isInstalled(command));
      return { ...description, name, folder, missing };
    })
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}

/** In CI a language whose tools are missing fails; elsewhere it is skipped. */
export function splitByTools<Program extends { missing: string[] }>(
  programs: readonly Program[],
): { run: Program[]; skipped: Program[] } {
  const runs = ({ missing }: Program) => missing.length === 0 || process.env.CI === "true";
  return { run: programs.filter(runs), skipped: programs.filter((program) => !runs(program)) };
}

/** The JSON values that a program printed, one a line. */
export function parseLines<Line>(output: string): Line[] {
  return output
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
}

function isInstalled(command: string): boolean {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return folders.some((folder) => existsSync(join(folder, command)));
}
