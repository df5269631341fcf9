import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type BuildOptions, type BuildResult, build, type Plugin } from "esbuild";
import { readOperations } from "../../src/mock/prism/operations.ts";

const description = join(import.meta.dirname, "../../generated/openapi.json");

/** The mock imports its engine, for ESM and CommonJS the same file, when it starts. */
export const engineStaysImport: Plugin = {
  name: "the engine stays an import",
  setup({ onResolve }) {
    onResolve({ filter: /^\.\/prism\.ts$/ }, ({ kind }) =>
      kind === "dynamic-import" ? { path: "./engine.cjs", external: true } : undefined,
    );
  },
};

/** What the mock has no use for: random data, forms, proxies, logs, and documents in other formats. */
const replacements: [filter: RegExp, code: string][] = [
  // Called while Prism is loaded.
  [/^json-schema-faker$/, "exports.JSONSchemaFaker = { extend() {}, option() {} };"],
  [/^(@faker-js\/faker|seedrandom|node-fetch|https?-proxy-agent|pino|parse-multipart-data)$/, ""],
  [/^\.\/(instanceWithSpec|utils\/operations|logger)$/, ""],
];

const withoutUnused: Plugin = {
  name: "without what the mock has no use for",
  setup({ onResolve, onLoad }) {
    for (const [index, [filter]] of replacements.entries()) {
      onResolve({ filter }, ({ path, importer }) =>
        path.startsWith(".") && !/@stoplight\/prism-(core|http)\/dist\/index\.js$/.test(importer)
          ? undefined
          : { path, namespace: "replaced", pluginData: index },
      );
    }
    onLoad({ filter: /.*/, namespace: "replaced" }, ({ pluginData }) => ({
      contents: replacements[pluginData as number]?.[1] ?? "",
    }));
  },
};

/** The main entry of jsonc-parser is UMD, whose calls of require no bundler can follow. */
const jsoncParserAsEsm: Plugin = {
  name: "jsonc-parser as ESM",
  setup({ onResolve, resolve }) {
    onResolve({ filter: /^jsonc-parser$/ }, ({ path, kind, resolveDir }) =>
      resolve(`${path}/lib/esm/main.js`, { kind, resolveDir }),
    );
  },
};

/** Prism takes a fifth of a second to read the description, and needs a megabyte of libraries for it. */
const withOperationsRead: Plugin = {
  name: "with the description read",
  setup({ onLoad }) {
    onLoad({ filter: /\/prism\/operations\.ts$/ }, async () => {
      const operations = await readOperations(JSON.parse(await readFile(description, "utf8")) as object);
      // A response with an example is never made from its schema.
      for (const { contents = [] } of operations.flatMap(({ responses }) => responses)) {
        for (const content of contents) if (content.examples?.length) delete content.schema;
      }
      const text = JSON.stringify(JSON.stringify(operations));
      return {
        contents: `const read = JSON.parse(${text}); export const readOperations = async () => read;`,
      };
    });
  },
};

/** dist/engine.cjs: Prism and its libraries, in one file. */
export function buildEngine(shared: BuildOptions): Promise<BuildResult<{ metafile: true }>> {
  return build({
    ...shared,
    metafile: true,
    entryPoints: { engine: "src/mock/prism/prism.ts" },
    outExtension: { ".js": ".cjs" },
    format: "cjs",
    platform: "node",
    target: "node20",
    minify: true,
    plugins: [withoutUnused, jsoncParserAsEsm, withOperationsRead],
  });
}
