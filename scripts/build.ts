/**
 * npm run build: dist/ for the package. ESM by esbuild, one file per export; types by the compiler.
 * The command is bundled with its libraries, but imports the client and the mock as a consumer does.
 */
import { chmod, cp, glob, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { type BuildOptions, build, type Plugin } from "esbuild";
import { buildEngine, engineStaysImport } from "./build/engine.ts";
import { findLibraries } from "./build/libraries.ts";
import { noticesOf } from "./build/notices.ts";
import { type Subject, sbomOf } from "./build/sbom.ts";
import { runSteps } from "./steps.ts";

const root = join(import.meta.dirname, "..");
const dist = join(root, "dist");

const shared = {
  absWorkingDir: root,
  metafile: true,
  outbase: "src",
  outdir: "dist",
  bundle: true,
  format: "esm",
  target: "es2022",
} satisfies BuildOptions;

/** Imports of these sources stay imports, of the built files they are mapped to. */
function external(name: string, sources: Record<string, string>): Plugin {
  return {
    name,
    setup({ onResolve }) {
      onResolve({ filter: /^\.{1,2}\/.*\.ts$/ }, ({ path, resolveDir }) => {
        const file = sources[relative(root, join(resolveDir, path))];
        return file === undefined ? undefined : { path: file, external: true };
      });
    },
  };
}

/** The command imports the client and the mock as users do. Settings throw the errors that the client exports. */
const publicEntries = external("public entry points", {
  "src/index.ts": "../index.js",
  "src/mock.ts": "../mock.js",
  "src/errors.ts": "../index.js",
  "src/validators.ts": "../validators.js",
  // Large, and needed with a proxy or certificates only.
  "src/cli/connection/dispatcher.ts": "./dispatcher.cjs",
});

/** CommonJS shares no chunk: clients and errors must be of the classes that the client exports. */
const clientOfIndex = external("client and errors of the client", {
  "src/index.ts": "./index.cjs",
  "src/errors.ts": "./index.cjs",
});

const commonjs = {
  ...shared,
  format: "cjs",
  outExtension: { ".js": ".cjs" },
} satisfies BuildOptions;

// The site is in dist/docs, and stays.
for (const name of await readdir(dist).catch(() => [])) {
  if (name !== "docs") await rm(join(dist, name), { recursive: true });
}
const esm = [
  await build({
    ...shared,
    entryPoints: ["src/index.ts", "src/mock.ts", "src/node.ts"],
    splitting: true,
    chunkNames: "chunks/[name]-[hash]",
    platform: "neutral",
    external: ["openapi-fetch", "node:*"],
    plugins: [engineStaysImport],
  }),
  // Compiled code that nobody reads: by itself, so that it can stay short.
  await build({ ...shared, entryPoints: ["src/validators.ts"], platform: "neutral", minify: true }),
];
const cjs = [
  // openapi-fetch goes in here: the default of its own CommonJS is not what Node makes of it.
  await build({ ...commonjs, entryPoints: ["src/index.ts"], platform: "neutral" }),
  await build({ ...commonjs, entryPoints: ["src/validators.ts"], platform: "neutral", minify: true }),
  await build({ ...commonjs, entryPoints: ["src/node.ts"], platform: "node", plugins: [clientOfIndex] }),
  await build({
    ...commonjs,
    entryPoints: ["src/mock.ts"],
    platform: "node",
    plugins: [clientOfIndex, engineStaysImport],
    // Jest runs CommonJS in a context where import() needs a flag.
    supported: { "dynamic-import": false },
    define: { "import.meta.url": "importMetaUrl" },
    banner: {
      js: '"use strict";\nconst importMetaUrl = require("node:url").pathToFileURL(__filename).href;',
    },
  }),
];
const command = await build({
  ...shared,
  entryPoints: ["src/cli/main.ts"],
  platform: "node",
  plugins: [publicEntries],
  // Some bundled libraries are CommonJS and ask for Node's modules by require.
  banner: {
    js: 'import { createRequire } from "node:module";\nconst require = createRequire(import.meta.url);',
  },
});
await chmod(join(dist, "cli/main.js"), 0o755);
const dispatcher = await build({
  ...shared,
  entryPoints: ["src/cli/connection/dispatcher.ts"],
  outdir: "dist/cli",
  outbase: "src/cli/connection",
  format: "cjs",
  outExtension: { ".js": ".cjs" },
  platform: "node",
  minify: true,
});
const engine = await buildEngine(shared);
const libraries = await findLibraries([...esm, ...cjs, command, dispatcher, engine]);
const subject = JSON.parse(await readFile(join(root, "package.json"), "utf8")) as Subject;
await writeFile(join(dist, "THIRD-PARTY-NOTICES.txt"), await noticesOf(libraries));
await writeFile(join(dist, "sbom.cdx.json"), await sbomOf(subject, libraries));

const failed = await runSteps([{ name: "types", command: ["tsc", "--project", "tsconfig.build.json"] }]);
await importJs();
await copyTypesForCommonJs();
process.exitCode = failed === 0 ? 0 : 1;

/** The compiler leaves the sources' .ts in declarations; older compilers want .js there. */
async function importJs(): Promise<void> {
  for await (const file of glob("types/**/*.d.ts", { cwd: dist })) {
    const text = await readFile(join(dist, file), "utf8");
    await writeFile(join(dist, file), text.replace(/(from "\.{1,2}\/[^"]+)\.ts"/g, '$1.js"'));
  }
}

/** The same declarations once more, in a folder that counts as CommonJS. */
async function copyTypesForCommonJs(): Promise<void> {
  await cp(join(dist, "types"), join(dist, "types-cjs"), { recursive: true });
  await writeFile(join(dist, "types-cjs/package.json"), '{ "type": "commonjs" }\n');
}
