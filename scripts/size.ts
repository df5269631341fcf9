/** npm run size: builds the package and prints its sizes. --check fails when one exceeds scripts/size/limits.ts. */
import { execFile } from "node:child_process";
import { join } from "node:path";
import { parseArgs, promisify } from "node:util";
import { excesses } from "./size/excesses.ts";
import { bundleSizes, entrySizes, kilobytes, table } from "./size/measure.ts";

const root = join(import.meta.dirname, "..");
const { values } = parseArgs({ options: { check: { type: "boolean" } } });

// `npm pack` builds first.
const { stdout } = await promisify(execFile)("npm", ["pack", "--dry-run", "--json"], { cwd: root });
const [packed] = JSON.parse(stdout.slice(stdout.search(/^\[/m))) as {
  size: number;
  unpackedSize: number;
  entryCount: number;
}[];
if (packed === undefined) throw new Error("npm pack packed nothing");
const files = await entrySizes(root);
const bundles = await bundleSizes();
console.log(`packed    ${kilobytes(packed.size)}`);
console.log(`unpacked  ${kilobytes(packed.unpackedSize)}, ${packed.entryCount} files`);
for (const [name, bytes] of Object.entries(bundles)) console.log(`${name}  ${kilobytes(bytes)} gzip`);
console.log(`\n${table(files)}`);

if (values.check) {
  const found = excesses({
    package: { packed: packed.size, unpacked: packed.unpackedSize },
    bundles,
    files: Object.fromEntries(files.map(({ file, gzip }) => [file, gzip])),
  });
  for (const line of found) console.error(line);
  process.exitCode = found.length === 0 ? 0 : 1;
}
