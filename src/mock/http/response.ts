import type { OutgoingHttpHeaders } from "node:http";

/** A response before it is sent. Names of headers are in lower case. */
export interface HttpResponse {
  status: number;
  headers: OutgoingHttpHeaders;
  body: Buffer;
}

export function jsonResponse(
  status: number,
  value: unknown,
  headers: OutgoingHttpHeaders = {},
): HttpResponse {
  return {
    status,
    headers: { "content-type": "application/json", ...headers },
    body: Buffer.from(JSON.stringify(value)),
  };
}
