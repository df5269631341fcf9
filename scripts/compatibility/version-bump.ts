import type { Change, Impact } from "./change.ts";

const impacts: Impact[] = ["major", "minor", "patch"];
const mostListed = 20;

export interface VersionBump {
  released: string;
  current: string;
  /** The lowest version that will do. */
  needed: string;
  enough: boolean;
  changes: Change[];
}

export function versionBump(released: string, current: string, changes: Change[]): VersionBump {
  const gravest = impacts.find((impact) => changes.some((change) => change.impact === impact));
  const needed = gravest === undefined ? released : versionAfter(released, gravest);
  return { released, current, needed, enough: !isLower(current, needed), changes };
}

/** Below 1.0 a minor version may break, so a break asks for no more than an addition does. */
export function versionAfter(released: string, impact: Impact): string {
  const [major, minor, patch] = numbersOf(released);
  if (impact === "patch") return `${major}.${minor}.${patch + 1}`;
  return impact === "minor" || major === 0 ? `${major}.${minor + 1}.0` : `${major + 1}.0.0`;
}

export function isLower(version: string, other: string): boolean {
  const [left, right] = [numbersOf(version), numbersOf(other)];
  const differing = left.findIndex((number, index) => number !== right[index]);
  return differing >= 0 && (left[differing] ?? 0) < (right[differing] ?? 0);
}

function numbersOf(version: string): [number, number, number] {
  const [, major, minor, patch] = /^(\d+)\.(\d+)\.(\d+)$/.exec(version) ?? [];
  if (patch === undefined) throw new Error(`"${version}" is not a version of the form 1.2.3.`);
  return [Number(major), Number(minor), Number(patch)];
}

/** For people: one line when the version is enough, else what it must be and why. */
export function explain({ released, current, needed, enough, changes }: VersionBump): string {
  if (enough) return `${current} is enough: ${summary(changes)} since ${released}.`;
  const demanding = impacts
    .filter((impact) => versionAfter(released, impact) === needed)
    .flatMap((impact) => changes.filter((change) => change.impact === impact));
  const listed = demanding.slice(0, mostListed);
  return [
    `${current} is not enough for what changed since ${released}: it must be ${needed} or higher.`,
    ...listed.map(({ impact, place, what }) => `  ${impact}  ${place}: ${what}`),
    ...(demanding.length > listed.length ? [`  … and ${demanding.length - listed.length} more`] : []),
    "Take the change back, or raise info.version in openapi/openapi.yaml (package.json and CHANGELOG.md go with it).",
  ].join("\n");
}

function summary(changes: Change[]): string {
  if (changes.length === 0) return "nothing has changed";
  const counts = impacts.map((impact) => changes.filter((change) => change.impact === impact).length);
  return `changes are ${counts.map((count, index) => `${count} ${impacts[index]}`).join(", ")}`;
}
