/** npm run check: everything but the tests. Runs every part, and fails when one of them does. */
import { runSteps } from "./steps.ts";

const failed = await runSteps([
  { name: "Lint: npm run lint", command: ["node", "scripts/lint.ts"] },
  { name: "Drift of generated/: npm run generate", command: ["node", "scripts/generate.ts", "--check"] },
  { name: "Score of at least 80: npm run score", command: ["node", "scripts/score.ts"] },
  { name: "Types: tsc", command: ["tsc", "--project", "."] },
  { name: "Formatting and imports: npm run format", command: ["biome", "check", "--error-on-warnings", "."] },
  {
    name: "Versions agree: package.json, lockfile, info.version, CHANGELOG.md",
    command: ["node", "scripts/versions.ts"],
  },
  {
    name: "Version enough for the changes: npm run check:compatibility",
    command: ["node", "scripts/compatibility.ts"],
  },
]);
process.exitCode = failed === 0 ? 0 : 1;
