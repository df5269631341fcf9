import { readFile } from "node:fs/promises";
import { CsbsConfigError } from "../../errors.ts";

/** What `csbs proxy --record` writes, and the mock serves. */
export interface Recording {
  /** The version of the package that wrote it. */
  csbsApi: string;
  exchanges: RecordedExchange[];
}

/** One call and its response. Identifiers are replaced, each by the same text everywhere. */
export interface RecordedExchange {
  operationId: string;
  request: {
    method: string;
    path: string;
    /** Parameters in their order. */
    query: [name: string, value: string][];
    /** JSON; undefined if there was none. */
    body?: unknown;
  };
  response: {
    status: number;
    contentType?: string | undefined;
    /** JSON; undefined if there was none, or another text, which is not kept. */
    body?: unknown;
  };
}

/** @throws CsbsConfigError if the file cannot be read, or is not a recording. */
export async function readRecording(file: string): Promise<Recording> {
  let recording: Partial<Recording>;
  try {
    recording = JSON.parse(await readFile(file, "utf8")) as Partial<Recording>;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new CsbsConfigError(`cannot read the recording ${file}: ${code ?? "it is not valid JSON"}`);
  }
  const exchanges: unknown = recording?.exchanges;
  if (!Array.isArray(exchanges)) {
    throw new CsbsConfigError(`${file} is not a recording; csbs proxy --record writes one`);
  }
  const invalid = exchanges.findIndex((one) => !isExchange(one));
  if (invalid !== -1)
    throw new CsbsConfigError(`exchange ${invalid} of the recording ${file} is invalid; record it again`);
  return recording as Recording;
}

function isExchange(value: unknown): boolean {
  const { operationId, request, response } = (value ?? {}) as Partial<RecordedExchange>;
  return (
    typeof operationId === "string" &&
    typeof request?.method === "string" &&
    typeof request.path === "string" &&
    Array.isArray(request.query) &&
    Number.isInteger(response?.status) &&
    (response?.status ?? 0) >= 200 &&
    (response?.status ?? 0) <= 599
  );
}
