import { type ClientName, clientNames } from "./clients.ts";
import { sizeLimits, wantedRatios } from "./limits.ts";
import { versionOf } from "./peers.ts";
import type { Result } from "./rounds.ts";

/** All that one run has measured. Times are nanoseconds, sizes bytes. */
export interface Figures {
  versions: Record<string, string>;
  stubbed: Record<ClientName, Result>;
  loopback: Record<ClientName, Result>;
  sizes: Record<ClientName | "everything", number>;
  paging: Record<"loop" | "paginate", Result>;
}

export async function versions(): Promise<Record<string, string>> {
  const packages = ["openapi-fetch", "@hey-api/openapi-ts", "ky", "axios", "esbuild"];
  const found = await Promise.all(packages.map(async (name) => [name, await versionOf(name)]));
  return { node: process.versions.node, ...Object.fromEntries(found) };
}

/** The figures as Markdown. */
export function tables({ versions, stubbed, loopback, sizes, paging }: Figures): string {
  const row = (name: ClientName) =>
    cells(
      name,
      `${stubbed[name].each.toFixed(0)} ns`,
      stubbed[name].ratio.toFixed(2),
      `${(loopback[name].each / 1e3).toFixed(0)} µs`,
      loopback[name].ratio.toFixed(2),
      `${sizes[name]} B`,
    );
  return [
    Object.entries(versions)
      .map(([name, version]) => `${name} ${version}`)
      .join(", "),
    "",
    cells(
      'countBackups({ status: "error" })',
      "CPU, fetch stubbed",
      "ratio",
      "over loopback",
      "ratio",
      "gzip",
    ),
    cells("---", "--:", "--:", "--:", "--:", "--:"),
    ...clientNames.map(row),
    cells("csbs-api, every export", "", "", "", "", `${sizes.everything} B`),
    "",
    ...pagingTable(paging),
  ].join("\n");
}

function pagingTable(paging: Figures["paging"]): string[] {
  const names = { loop: "a loop over listBackups", paginate: "paginate" };
  return [
    cells("100,000 backups, 1000 a page", "CPU, fetch stubbed", "ratio"),
    cells("---", "--:", "--:"),
    ...(["loop", "paginate"] as const).map((name) =>
      cells(names[name], `${(paging[name].each / 1e6).toFixed(0)} ms`, paging[name].ratio.toFixed(2)),
    ),
  ];
}

function cells(...texts: string[]): string {
  return `| ${texts.join(" | ")} |`;
}

/** What `--check` says. Only sizes can fail: they are the same on every machine. */
export function verdict({ sizes, stubbed, loopback, paging }: Figures): { lines: string[]; passed: boolean } {
  const weighed = [
    size("every export", sizes.everything, sizeLimits.everything),
    size("client with a token", sizes["csbs-api"], sizeLimits.tokenOnly),
  ];
  const timed = [
    wanted("CPU, fetch stubbed", stubbed["csbs-api"], wantedRatios.stubbed),
    wanted("over loopback", loopback["csbs-api"], wantedRatios.loopback),
    wanted("paginate", paging.paginate, wantedRatios.paging),
  ];
  return { lines: [...weighed.map(({ line }) => line), ...timed], passed: weighed.every(({ fits }) => fits) };
}

function size(what: string, bytes: number, limit: number): { line: string; fits: boolean } {
  const fits = bytes <= limit;
  return { line: `${fits ? "ok    " : "FAILED"}  ${what}: ${bytes} bytes, at most ${limit}`, fits };
}

function wanted(what: string, { ratio }: Result, most: number): string {
  const verdict = ratio <= most ? "ok    " : "missed";
  return `${verdict}  ${what}: ratio ${ratio.toFixed(2)}, at most ${most.toFixed(2)} wanted`;
}
