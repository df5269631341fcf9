import { fstatSync, readFileSync, readlinkSync, statSync } from "node:fs";

const shells = /^(sh|ash|bash|dash|ksh|mksh|zsh|fish|busybox)$/;
const readWrite = 2;

/**
 * Whether a shell has closed stdout, as `csbs count >&-` does. Node then opens /dev/null in its place, for reading and
 * writing; shells open it for writing alone. Programs open it for both when they discard output, which is
 * no error: so the parent must be a shell that has an output itself. Known on Linux only.
 */
export function isOutputClosed(): boolean {
  try {
    if (!isNull(1)) return false;
    const flags = /^flags:\s+(\d+)$/m.exec(readFileSync("/proc/self/fdinfo/1", "utf8"))?.[1] ?? "";
    if ((Number.parseInt(flags, 8) & 3) !== readWrite) return false;
    const shell = `/proc/${process.ppid}`;
    return (
      shells.test(readFileSync(`${shell}/comm`, "utf8").trim()) && targetOf(`${shell}/fd/1`) !== "/dev/null"
    );
  } catch {
    return false;
  }
}

/** Some shells close their own stdout for the time of a command. */
function targetOf(link: string): string | undefined {
  try {
    return readlinkSync(link);
  } catch {
    return undefined;
  }
}

function isNull(fd: number): boolean {
  return fstatSync(fd).rdev === statSync("/dev/null").rdev;
}
