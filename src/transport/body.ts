import { CsbsResponseError, CsbsTimeoutError } from "../errors.ts";
import { sizeOfJson } from "../json-size.ts";
import type { Deadline } from "./deadline.ts";
import { connectionError, responseError } from "./failures.ts";

/** 32 MiB: four times the largest page, 1,000 items with every documented field at its longest. */
export const defaultResponseSize = 33_554_432;

/** Shorter texts cost little, whatever they hold. */
const shortText = 65_536;

/** The largest page nests 7 deep, and holds some 60,000 values. */
const structure = { depth: 100, values: 1_000_000 };

/** Bytes of an error's body that are read; no documented error is longer. */
const errorSize = 65_536;

const decoder = typeof TextDecoder === "function" ? new TextDecoder() : undefined;

/** What a body may cost. */
export interface BodyLimits {
  /** Bytes of a success, after decompression. */
  maxResponseSize: number;
  operation?: string | undefined;
}

/**
 * The text of a body: all of a success, the beginning of an error. Each chunk is raced against the
 * deadline, because a platform may leave a read pending for good.
 *
 * @throws CsbsResponseError for a success beyond the limits of size and structure, CsbsConnectionError
 * for one that ends early, and what the deadline ends with. An error whose body fails or lasts too long
 * has what was read of it: its status is known.
 */
export async function readText(
  response: Response,
  { maxResponseSize, operation }: BodyLimits,
  deadline: Deadline,
): Promise<string> {
  const { body, ok } = response;
  let left = ok ? maxResponseSize : errorSize;
  const chunks: Uint8Array[] = [];
  const checked = (text: string) => {
    const excess = ok ? excessOf(text) : undefined;
    if (excess === undefined) return text;
    throw responseError(response, excess, { operation });
  };
  let reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
  try {
    // React Native's fetch has read all of it before anybody can count; node-fetch has another stream.
    if (typeof body?.getReader !== "function" || decoder === undefined) {
      const text = await deadline.race(response.text());
      if (text.length > left && ok) throw tooLarge(response, maxResponseSize, operation);
      return checked(text.slice(0, left));
    }
    reader = body.getReader();
    for (;;) {
      const { value, done } = await deadline.race(reader.read());
      if (done) return checked(decoder.decode(joined(chunks)));
      chunks.push(value.length > left ? value.subarray(0, left) : value);
      left -= value.length;
      if (left >= 0) continue;
      discard(reader);
      if (ok) throw tooLarge(response, maxResponseSize, operation);
      return decoder.decode(joined(chunks));
    }
  } catch (error) {
    if (error instanceof CsbsResponseError) throw error;
    discard(reader);
    const reason = deadline.ended?.reason;
    const aborted = deadline.ended !== undefined && !(reason instanceof CsbsTimeoutError);
    if (!ok && !aborted) return decoder?.decode(joined(chunks)) ?? "";
    if (deadline.ended !== undefined) throw reason;
    throw connectionError("the response ended early", error, operation);
  }
}

/** Why the text of a response is not parsed as JSON; undefined when it may be. */
function excessOf(text: string): string | undefined {
  if (text.length <= shortText) return undefined;
  const { exceeds } = sizeOfJson(text, structure);
  if (exceeds === undefined) return undefined;
  return exceeds === "depth"
    ? `JSON nested more than ${structure.depth} deep`
    : `more than ${structure.values} values of JSON`;
}

function tooLarge(response: Response, size: number, operation: string | undefined): CsbsResponseError {
  const what = `more than ${size} bytes; raise maxResponseSize if that is expected`;
  return responseError(response, what, { operation });
}

function joined(chunks: Uint8Array[]): Uint8Array {
  if (chunks.length === 1) return chunks[0] as Uint8Array;
  const whole = new Uint8Array(chunks.reduce((size, { length }) => size + length, 0));
  let size = 0;
  for (const chunk of chunks) {
    whole.set(chunk, size);
    size += chunk.length;
  }
  return whole;
}

/** Tells a body or its reader that nobody reads on. Never waits for it, and never fails. */
export function discard(stream: { cancel?: () => Promise<void> } | null | undefined): void {
  Promise.resolve(stream?.cancel?.()).catch(() => {});
}
