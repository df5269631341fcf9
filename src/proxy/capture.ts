import type { IncomingMessage } from "node:http";
import { inspectionLimits, type Message } from "./bodies.ts";

/** Keeps a copy of a body while it is forwarded; nothing of one that is larger than the limit. */
export function capture(incoming: IncomingMessage): () => Message {
  let chunks: Buffer[] | undefined = [];
  let length = 0;
  incoming.on("data", (chunk: Buffer) => {
    length += chunk.length;
    if (length > inspectionLimits.bytes) chunks = undefined;
    else chunks?.push(chunk);
  });
  const { "content-type": contentType, "content-encoding": encoding } = incoming.headers;
  return () => ({ contentType, encoding, body: chunks && Buffer.concat(chunks) });
}
