import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** The changes of files as a diff that `git apply` reads. */
export function diffOf(root: string, changes: readonly [file: string, text: string][]): string {
  const folder = mkdtempSync(join(tmpdir(), "csbs-differences-"));
  try {
    for (const [file, text] of changes) {
      put(join(folder, "a", file), readFileSync(join(root, file), "utf8"));
      put(join(folder, "b", file), text);
    }
    if (changes.length === 0) return "";
    const { stdout, stderr } = spawnSync(
      "git",
      ["diff", "--no-index", "--no-prefix", "--no-color", "a", "b"],
      {
        cwd: folder,
        encoding: "utf8",
      },
    );
    if (stderr !== "") throw new Error(stderr.trim());
    return stdout;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function put(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
