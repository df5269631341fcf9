/**
 * npm run docs: builds the documentation site into dist/docs/. --out names another folder, --base the
 * address of the site, or only its folder on the host (such as /csbs/). With --serve it serves the site and builds it anew when a source changes;
 * --port chooses the port.
 */
import { join } from "node:path";
import { parseArgs } from "node:util";
import { buildSite } from "./docs/build.ts";
import { serveAndRebuild } from "./docs/serve.ts";

try {
  const { values } = parseArgs({
    options: {
      out: { type: "string", default: join(import.meta.dirname, "../dist/docs") },
      base: { type: "string" },
      serve: { type: "boolean", default: false },
      port: { type: "string", default: "4020" },
      reload: { type: "boolean", default: false },
    },
  });
  if (values.serve) await serveAndRebuild({ folder: values.out, port: Number(values.port) });
  else {
    const files = await buildSite({ folder: values.out, base: values.base, reload: values.reload });
    console.log(`${values.out}: ${files.length} files.`);
  }
} catch (error) {
  console.error(`docs: ${(error as Error).message}`);
  process.exitCode = 1;
}
