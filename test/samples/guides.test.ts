import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { beforeAll, expect, test } from "vitest";
import { startMock } from "../../src/mock.ts";
import {
  type Block,
  blocks,
  guideEnvironment,
  guideScenario,
  outputPattern,
} from "../docs-examples/support/guides.ts";
import { isRun } from "../docs-examples/support/not-run.ts";
import { root } from "../support/process.ts";

/** The commands of README and guides, in a real bash with a real curl: each must print what its page shows. */
const scripts = blocks.filter(({ language }) => language === "sh").filter(isRun);

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "csbs-commands-"));
  for (const { file, code } of blocks) if (file !== undefined) await writeFile(join(folder, file), code);
  await mkdir(join(folder, "node_modules"));
  await symlink(root, join(folder, "node_modules/csbs-api"));
  await mkdir(join(folder, "bin"));
  await writeFile(join(folder, "bin/csbs"), command, { mode: 0o755 });
  return () => rm(folder, { recursive: true });
});

/**
 * The mock of a block stands for the hosts of the guides: for csbs by its fetch, for curl by its arguments. csbs is a
 * program, as for a user, so that `wait` waits for it.
 */
const command = `#!/bin/sh
exec node --import "$ROOT/test/docs-examples/support/route.ts" "$ROOT/src/cli/main.ts" "$@"
`;
const prelude = `
curl() {
  local arguments=()
  for argument in "$@"; do
    arguments+=("$(sed -E "s#^https?://($HOSTS)#$SERVICE#" <<<"$argument")")
  done
  command curl --silent --show-error --write-out "\\n" $CURL_FAIL "\${arguments[@]}"
}
`;

async function run({ code, output }: Block, mockUrl: string): Promise<string> {
  const env = {
    ...guideEnvironment,
    PATH: `${join(folder, "bin")}:${join(root, "node_modules/.bin")}:${process.env.PATH}`,
    HOME: folder,
    COLUMNS: "100",
    NO_COLOR: "1",
    ROOT: root,
    SERVICE: mockUrl,
    HOSTS: String.raw`(csbs|iam)\.[a-z0-9-]+\.(otc\.t-systems|myhuaweicloud)\.com|127\.0\.0\.1:4010`,
    // With an output, a page may show an error's body.
    CURL_FAIL: output === undefined ? "--fail" : "",
    OS_CLIENT_CONFIG_FILE: join(folder, "clouds.yaml"),
    OS_CLIENT_SECURE_FILE: join(folder, "secure.yaml"),
  };
  // A page may show a command that fails; its message is what counts.
  const mode = output === undefined ? "set -euo pipefail\n" : "";
  const { stdout } = await promisify(execFile)("bash", ["-c", `exec 2>&1\n${mode}${prelude}${code}`], {
    cwd: folder,
    env,
  }).catch((error: { stdout?: string }) => {
    if (output === undefined) throw error;
    return { stdout: error.stdout ?? "" };
  });
  return stdout.replaceAll("\r\n", "\n");
}

test.each(scripts.map((block) => [block.title, block] as const))("%s", async (_, block) => {
  const mock = await startMock({ scenario: guideScenario });
  const printed = await run(block, mock.url).finally(() => mock.stop());
  if (block.output !== undefined) expect(printed.trim()).toMatch(outputPattern(block.output));
});
