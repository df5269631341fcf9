import { type ClientName, clientNames } from "./clients.ts";
import { versionOf } from "./competitors.ts";
import type { Result } from "./measure.ts";
import { type MockFigures, mockNames } from "./mocks.ts";
import { overheadOf, type ProxyFigures } from "./proxy.ts";
import { wantedOverhead, wantedRatios } from "./targets.ts";

/** All that one run has measured. Times are nanoseconds, sizes bytes. */
export interface Figures {
  versions: Record<string, string>;
  stubbed: Record<ClientName, Result>;
  loopback: Record<ClientName, Result>;
  sizes: Record<ClientName | "everything", number>;
  paging: Record<"loop" | "paginate", Result>;
  mocks: MockFigures;
  proxy: ProxyFigures;
}

export async function versions(): Promise<Record<string, string>> {
  const packages = ["openapi-fetch", "@hey-api/openapi-ts", "ky", "axios", "esbuild", "@stoplight/prism-cli"];
  const found = await Promise.all(packages.map(async (name) => [name, await versionOf(name)]));
  return { node: process.versions.node, ...Object.fromEntries(found) };
}

/** The figures as Markdown. */
export function tables({ versions, stubbed, loopback, sizes, paging, mocks, proxy }: Figures): string {
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
    "",
    ...mocksTable(mocks),
    `A call through csbs proxy: ${(overheadOf(proxy) / 1e6).toFixed(2)} ms more.`,
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

function mocksTable({ requests, ready, second, count }: MockFigures): string[] {
  const row = (name: (typeof mockNames)[number]) =>
    cells(
      name,
      `${(1e9 / requests[name].each).toFixed(0)} /s`,
      `${(1 / requests[name].ratio).toFixed(2)}x`,
      `${(ready[name].each / 1e9).toFixed(2)} s`,
      ready[name].ratio.toFixed(2),
    );
  return [
    cells("mock", "requests", "to prism-cli", "ready after", "ratio"),
    cells("---", "--:", "--:", "--:", "--:"),
    ...mockNames.map(row),
    "",
    `A second mock of a process: ${(second / 1e6).toFixed(1)} ms. csbs count --mock: ${(count / 1e9).toFixed(2)} s.`,
  ];
}

function cells(...texts: string[]): string {
  return `| ${texts.join(" | ")} |`;
}

/** A line for each target: met or missed. Nothing fails, because times differ between machines. */
export function targets({ stubbed, loopback, paging, mocks, proxy }: Figures): string[] {
  const { "csbs-api": cpu, "openapi-fetch": peerCpu } = stubbed;
  const overPeer = loopback["csbs-api"].each / loopback["openapi-fetch"].each;
  return [
    target("CPU, fetch stubbed, to bare fetch", cpu.ratio, wantedRatios.cpu),
    target("CPU, fetch stubbed, to openapi-fetch", cpu.each / peerCpu.each, wantedRatios.cpuToOpenapiFetch),
    target("over loopback, to openapi-fetch", overPeer, wantedRatios.loopbackToOpenapiFetch),
    target("paginate, to a loop", paging.paginate.ratio, wantedRatios.paging),
    target(
      "time per request of the mock, to prism-cli",
      mocks.requests["csbs mock"].ratio,
      wantedRatios.mock,
    ),
    target("milliseconds that csbs proxy adds to a call", overheadOf(proxy) / 1e6, wantedOverhead),
  ];
}

function target(what: string, ratio: number, most: number): string {
  return `${ratio <= most ? "met   " : "missed"}  ${what}: ${ratio.toFixed(2)}, target ${most.toFixed(2)}`;
}
