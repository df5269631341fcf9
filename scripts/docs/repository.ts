import { execFile } from "node:child_process";
import { promisify } from "node:util";

/** Where browsers find the repository, from the forms of package.json; without a slash at the end. */
export function repositoryAddress(field: string | { url: string } | undefined): string | undefined {
  return (typeof field === "string" ? field : field?.url)
    ?.replace(/^git\+/, "")
    .replace(/^github:/, "https://github.com/")
    .replace(/\.git$/, "");
}

/** The date of the last commit of each file. A shallow clone does not have all commits, so it has no dates. */
export async function lastChanges(root: string): Promise<Map<string, string>> {
  const git = async (...words: string[]) =>
    (await promisify(execFile)("git", words, { cwd: root, maxBuffer: 2 ** 28 })).stdout;
  try {
    if ((await git("rev-parse", "--is-shallow-repository")).trim() !== "false") return new Map();
    const log = await git("log", "--reverse", "--format=%x00%cs", "--name-only", "--relative", "--", ".");
    return new Map(
      log.split("\0").flatMap((commit) => {
        const [date = "", ...files] = commit.split("\n");
        return files.filter((file) => file !== "").map((file) => [file, date] as const);
      }),
    );
  } catch {
    // A tarball is not a repository, and git may be missing.
    return new Map();
  }
}
