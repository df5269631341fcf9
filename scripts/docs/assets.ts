import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";

const here = import.meta.dirname;

/** Scripts and styles: path on the site -> text. */
export async function buildAssets(codeStyles: string, reload: boolean): Promise<Map<string, string>> {
  const { outputFiles } = await build({
    entryPoints: {
      site: join(here, "client/site.ts"),
      theme: join(here, "client/theme.ts"),
      ...(reload ? { reload: join(here, "client/reload.ts") } : {}),
    },
    bundle: true,
    minify: true,
    // Browsers load no modules from file://.
    format: "iife",
    target: "es2022",
    outdir: "assets",
    write: false,
  });
  const styles = await build({
    stdin: { contents: `@import "./styles/site.css";\n${codeStyles}`, loader: "css", resolveDir: here },
    bundle: true,
    minify: true,
    // light-dark() is to reach the browser as it is: the switch between them works by it.
    target: "chrome123",
    write: false,
  });
  return new Map([
    ...outputFiles.map(({ path, text }) => [`assets/${path.split(/[\\/]/).at(-1)}`, text] as const),
    ["assets/site.css", styles.outputFiles[0]?.text ?? ""],
    ["assets/icon.svg", await readFile(join(here, "styles/icon.svg"), "utf8")],
  ]);
}
