/**
 * What the mock takes of one request. Beyond these it responds with the gateway's error and reads no
 * further. The body's limit is the gateway's own; the others bound time and memory.
 */
export const limits = {
  /** Bytes of a body; 413 beyond. */
  body: 12 * 1024 * 1024,
  /** Characters of path and query; 414 beyond. */
  target: 32 * 1024,
  /** Bytes of all headers; 431 beyond. */
  headers: 64 * 1024,
  /** Bytes of the request line and headers that are read at all. */
  head: 1024 * 1024,
  /** Values in a JSON body, and how deep they may be nested; 400 beyond. */
  values: 10_000,
  depth: 100,
  /** Reasons that are kept for one request, and the characters of each. */
  reasons: 20,
  reasonLength: 300,
  /** Bytes and milliseconds for which the rest of a refused request is thrown away, so that the response arrives. */
  discard: 16 * 1024 * 1024,
  discardTime: 2000,
} as const;

/** Milliseconds for the headers, and for the whole request, to arrive; 408 beyond. */
export interface Timeouts {
  headers: number;
  request: number;
}

export const timeouts: Timeouts = { headers: 10_000, request: 30_000 };
