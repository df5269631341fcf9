import { createInterface } from "node:readline";

/** Asks on the terminal and resolves to the line that is typed, empty at the end of input. Rejects on an abort. */
export function ask(question: string, signal: AbortSignal): Promise<string> {
  // In a terminal's raw mode Ctrl-C would not reach the process.
  const lines = createInterface({ input: process.stdin, output: process.stderr, terminal: false });
  return new Promise<string>((resolve, reject) => {
    lines.once("close", () => resolve(""));
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
    lines.question(question, resolve);
  }).finally(() => lines.close());
}
