/** Headers of one connection: each side of the proxy has its own (RFC 9110, 7.6.1). */
const hopByHop = new Set([
  "connection",
  "keep-alive",
  "proxy-authenticate",
  "proxy-authorization",
  "proxy-connection",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
]);

/** Names and values in turns, as `rawHeaders` has them. */
type RawHeaders = readonly string[];

function pairs(raw: RawHeaders): [name: string, value: string][] {
  return raw.flatMap((name, index) =>
    index % 2 === 0 ? [[name, raw[index + 1] ?? ""] as [string, string]] : [],
  );
}

/** Headers as they were, in order and case, without those of the connection. */
function endToEnd(raw: RawHeaders): [name: string, value: string][] {
  const all = pairs(raw);
  const named = all
    .filter(([name]) => name.toLowerCase() === "connection")
    .flatMap(([, value]) => value.split(",").map((part) => part.trim().toLowerCase()));
  const dropped = new Set([...hopByHop, ...named]);
  return all.filter(([name]) => !dropped.has(name.toLowerCase()));
}

/** Headers of a request for the service: another host, and the same framing of the body. */
export function requestHeaders(raw: RawHeaders, host: string, method: string): string[] {
  const kept = endToEnd(raw).filter(([name]) => name.toLowerCase() !== "host");
  const isChunked = pairs(raw).some(([name]) => name.toLowerCase() === "transfer-encoding");
  const hasLength = kept.some(([name]) => name.toLowerCase() === "content-length");
  // Node would announce a body in chunks for a POST that has none.
  const isEmpty = !isChunked && !hasLength && !["GET", "HEAD", "DELETE", "OPTIONS", "TRACE"].includes(method);
  return [
    ["Host", host],
    ...kept,
    ...(isChunked ? [["Transfer-Encoding", "chunked"]] : []),
    ...(isEmpty ? [["Content-Length", "0"]] : []),
  ].flat();
}

export function responseHeaders(raw: RawHeaders): string[] {
  return endToEnd(raw).flat();
}

const credentialHeaders = /^(x-auth-token|x-security-token|x-subject-token|authorization|cookie)$/i;

/** The credentials of a request, which no value of a report may contain. */
export function credentialsIn(raw: RawHeaders): string[] {
  return pairs(raw).flatMap(([name, value]) => (credentialHeaders.test(name) && value !== "" ? [value] : []));
}
