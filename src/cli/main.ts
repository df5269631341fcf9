#!/usr/bin/env node
import { addAbortSignal } from "node:stream";
import { text } from "node:stream/consumers";
import { ask } from "./ask.ts";
import { isOutputClosed } from "./closed-output.ts";

import { exitCodes } from "./exit.ts";
import { brokenPipe } from "./io.ts";
import { run } from "./run.ts";

const stop = new AbortController();
// A second Ctrl-C finds no listener and ends the process at once, as it would without us.
process.once("SIGINT", () => stop.abort());

for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") {
      stop.abort(brokenPipe);
      return;
    }
    // Where errors go may be what is full; then the exit code alone can tell.
    if (stream === process.stdout) cannotWrite(error.code);
    process.exit(exitCodes.refused);
  });
}

function cannotWrite(code: string | undefined): never {
  process.stderr.write(`csbs: cannot write: ${code}\n`);
  process.exit(exitCodes.refused);
}

process.exitCode = await run(process.argv.slice(2), {
  out: isOutputClosed() ? () => cannotWrite("EBADF") : (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  // Some terminals do not know their width and say 0.
  columns: process.stdout.isTTY ? process.stdout.columns || 80 : undefined,
  liveErr: process.stderr.isTTY && process.env.TERM !== "dumb",
  ask: process.stdin.isTTY && process.stderr.isTTY ? (question) => ask(question, stop.signal) : undefined,
  readInput: () => text(addAbortSignal(stop.signal, process.stdin)),
  signal: stop.signal,
});
