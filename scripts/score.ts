/**
 * npm run score: how easily people and programs can use the description, by Redocly. Fails below 80. Its part
 * constraintClarity counts limits of values; the pages state few, and limits that they do not state stay out.
 */
import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";

const root = join(import.meta.dirname, "..");
const least = 80;

const redocly = join(root, "node_modules/.bin/redocly");
const options = ["score", "generated/openapi.yaml", "--format", "json"];
const { stdout } = await promisify(execFile)(redocly, options, { cwd: root, maxBuffer: 2 ** 24 });
const { agentReadiness, subscores } = JSON.parse(stdout) as {
  agentReadiness: number;
  subscores: Record<string, number>;
};

console.log(`redocly score: ${agentReadiness} of 100, at least ${least} wanted`);
for (const [name, share] of Object.entries(subscores)) console.log(`  ${name}: ${Math.round(share * 100)} %`);
process.exitCode = agentReadiness >= least ? 0 : 1;
