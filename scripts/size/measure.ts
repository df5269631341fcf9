import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { type BuildOptions, build } from "esbuild";

/** How large an export of the package is, in bytes, as a reader of it gets it. */
export interface EntrySize {
  entry: string;
  file: string;
  bytes: number;
  gzip: number;
}

type Target = string | { [condition: string]: Target };

/**
 * The size of each file that package.json in the folder exports or runs: code with the chunks that it
 * imports, minified, without what is installed beside it; anything else as it is.
 */
export async function entrySizes(folder: string): Promise<EntrySize[]> {
  const manifest = JSON.parse(await readFile(join(folder, "package.json"), "utf8")) as {
    exports: { [entry: string]: Target };
    bin: { [name: string]: string };
  };
  const targets = { ...manifest.exports, ...manifest.bin };
  const files = Object.entries(targets).flatMap(([entry, target]) =>
    filesOf(target).map((file) => ({ entry, file })),
  );
  return Promise.all(
    files.map(async ({ entry, file }) => {
      const content = await contentOf(folder, file);
      return { entry, file, bytes: content.length, gzip: gzipSync(content, { level: 9 }).length };
    }),
  );
}

function filesOf(target: Target): string[] {
  if (typeof target === "string") return [target];
  return Object.entries(target).flatMap(([condition, held]) => (condition === "types" ? [] : filesOf(held)));
}

async function contentOf(folder: string, file: string): Promise<Uint8Array> {
  if (!/\.c?js$/.test(file)) return readFile(join(folder, file));
  const { outputFiles } = await build({
    absWorkingDir: folder,
    entryPoints: [file],
    bundle: true,
    minify: true,
    packages: "external",
    // Loaded when a mock starts or a proxy is used; the limit of the whole package holds for it.
    external: ["*/engine.cjs", "*/dispatcher.cjs"],
    platform: "node",
    format: file.endsWith(".cjs") ? "cjs" : "esm",
    write: false,
  });
  return outputFiles[0]?.contents ?? new Uint8Array();
}

const clients = join(import.meta.dirname, "../../test/bench/clients");

/** Gzipped bytes of the client as a browser loads it: with a token only, and with every export. */
export async function bundleSizes(): Promise<Record<string, number>> {
  const contents = 'export * from "../../../src/index.ts";';
  return {
    "client with a token": await gzipSize({ entryPoints: [join(clients, "csbs-api.js")] }),
    "every export": await gzipSize({ stdin: { contents, resolveDir: clients } }),
  };
}

/** Gzipped bytes of a bundle for browsers. */
export async function gzipSize(entry: BuildOptions): Promise<number> {
  const { outputFiles } = await build({
    bundle: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    minify: true,
    write: false,
    outdir: "out",
    ...entry,
  });
  return gzipSync(outputFiles?.[0]?.contents ?? "", { level: 9 }).length;
}

/** For people, a line an entry. */
export function table(sizes: EntrySize[]): string {
  const width = Math.max(...sizes.map(({ entry, file }) => `${entry}  ${file}`.length));
  return sizes
    .map(({ entry, file, bytes, gzip }) =>
      [`${entry}  ${file}`.padEnd(width), kilobytes(bytes), `${kilobytes(gzip)} gzip`].join("  "),
    )
    .join("\n");
}

export function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1).padStart(7)} kB`;
}
