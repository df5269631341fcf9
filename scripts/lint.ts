/**
 * npm run lint: Redocly on the files of openapi/, Redocly and Spectral on what they bundle to, in
 * both versions of OpenAPI, and Biome on the code. A warning fails. What is linted is bundled
 * afresh, so that it does not matter whether generated/ is up to date.
 */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bundle } from "./generate/bundle.ts";
import { downgrade } from "./generate/downgrade.ts";
import { runSteps, type Step } from "./steps.ts";

const folder = await mkdtemp(join(tmpdir(), "csbs-lint-"));
try {
  process.exitCode = (await runSteps(await steps())) === 0 ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await rm(folder, { recursive: true });
}

async function steps(): Promise<Step[]> {
  const document = await bundle();
  const [newer, older] = [join(folder, "openapi.json"), join(folder, "openapi-3.0.json")];
  await writeFile(newer, JSON.stringify(document, null, 2));
  await writeFile(older, JSON.stringify(downgrade(document), null, 2));
  const spectral = ["spectral", "lint", "--fail-severity", "hint", "--ruleset", ".spectral.yaml"];
  return [
    { name: "Redocly, openapi/", command: ["redocly", "lint", "source"] },
    { name: "Redocly, OpenAPI 3.0", command: ["redocly", "lint", older] },
    { name: "Redocly, workflows", command: ["redocly", "lint", "openapi/workflows.arazzo.yaml"] },
    { name: "Spectral, OpenAPI 3.1", command: [...spectral, newer] },
    { name: "Spectral, OpenAPI 3.0", command: [...spectral, older] },
    { name: "Biome", command: ["biome", "lint", "--error-on-warnings", "."] },
  ];
}
