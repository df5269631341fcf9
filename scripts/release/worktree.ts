import { mkdtemp, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { git } from "./git.ts";

/**
 * Lets something be done in a second work tree at HEAD, with the installed tools, and removes it
 * whatever comes of it. The first one is never touched, so a failure leaves nothing behind.
 */
export async function inWorktree<T>(root: string, work: (folder: string) => Promise<T>): Promise<T> {
  const parent = await mkdtemp(join(tmpdir(), "csbs-release-"));
  const folder = join(parent, "csbs-api");
  await git(root, "worktree", "add", "--quiet", "--detach", folder, "HEAD");
  try {
    await symlink(join(root, "node_modules"), join(folder, "node_modules"));
    return await work(folder);
  } finally {
    await rm(parent, { recursive: true });
    await git(root, "worktree", "prune");
  }
}
