/** npm run size: builds the package, and says how large it is, packed, unpacked, and each export. */
import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { entrySizes, kilobytes, table } from "./size/measure.ts";

const root = join(import.meta.dirname, "..");

// Builds it, as packing does.
const { stdout } = await promisify(execFile)("npm", ["pack", "--dry-run", "--json"], { cwd: root });
const [packed] = JSON.parse(stdout.slice(stdout.search(/^\[/m))) as {
  size: number;
  unpackedSize: number;
  entryCount: number;
}[];
if (packed === undefined) throw new Error("npm pack has packed nothing");
console.log(`packed    ${kilobytes(packed.size)}`);
console.log(`unpacked  ${kilobytes(packed.unpackedSize)}, ${packed.entryCount} files`);
console.log(`\n${table(await entrySizes(root))}`);
