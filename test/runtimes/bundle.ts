import { build } from "esbuild";

/** Bundles an entry of the consumer's with the installed package, for runtimes that know no node_modules. */
export async function bundle(
  consumer: string,
  entry: string,
  format: "esm" | "cjs" = "esm",
): Promise<string> {
  const { outputFiles } = await build({
    absWorkingDir: consumer,
    entryPoints: [entry],
    bundle: true,
    format,
    external: ["node:*"],
    platform: "browser",
    target: "es2022",
    write: false,
  });
  return outputFiles[0]?.text ?? "";
}
