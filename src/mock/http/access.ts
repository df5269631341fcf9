import type { IncomingHttpHeaders, OutgoingHttpHeaders } from "node:http";
import { isIP } from "node:net";

export interface AccessOptions {
  /** The address that the mock listens on. */
  host: string;
  allowedHosts: readonly string[];
  allowedOrigins: readonly string[];
}

const any = "*";

/**
 * Whether a request may come by this name. A page that a browser has loaded from elsewhere can make its
 * own name lead to this machine, but neither a loopback name nor an address (DNS rebinding).
 */
export function isAllowedHost(host: string, { host: own, allowedHosts }: AccessOptions): boolean {
  const name = hostname(host);
  return (
    name === "" ||
    isLoopback(name) ||
    isIP(name) !== 0 ||
    [own, ...allowedHosts].some((allowed) => allowed === any || allowed.toLowerCase() === name)
  );
}

/** Headers that let a page of an allowed origin read the response; none for other origins. */
export function corsHeaders(headers: IncomingHttpHeaders, options: AccessOptions): OutgoingHttpHeaders {
  const { origin } = headers;
  if (origin === undefined) return {};
  const vary = { vary: "origin" };
  if (!isAllowedOrigin(origin, options)) return vary;
  return {
    ...vary,
    "access-control-allow-origin": origin,
    "access-control-expose-headers": "*",
  };
}

/** The headers of the response to a browser's preflight; undefined if the request is none. */
export function preflightHeaders(
  method: string,
  headers: IncomingHttpHeaders,
  options: AccessOptions,
): OutgoingHttpHeaders | undefined {
  const asked = headers["access-control-request-method"];
  if (method !== "OPTIONS" || headers.origin === undefined || asked === undefined) return undefined;
  const cors = corsHeaders(headers, options);
  if (cors["access-control-allow-origin"] === undefined) return cors;
  return {
    ...cors,
    "access-control-allow-methods": asked,
    "access-control-allow-headers": headers["access-control-request-headers"] ?? any,
    "access-control-allow-private-network": "true",
  };
}

/** Loopback origins are of this machine. "null", that of files, is not: any page can give itself that one. */
export function isAllowedOrigin(
  origin: string,
  { allowedOrigins }: Pick<AccessOptions, "allowedOrigins">,
): boolean {
  if (allowedOrigins.some((allowed) => allowed === any || allowed === origin)) return true;
  return isLoopback(hostname(origin.replace(/^https?:\/\//, "")));
}

/** A host without its port and the brackets of IPv6. */
function hostname(host: string): string {
  const name = /^\[([^\]]*)\](:\d*)?$/.exec(host)?.[1] ?? host.replace(/:\d*$/, "");
  return name.toLowerCase().replace(/\.$/, "");
}

function isLoopback(name: string): boolean {
  return (
    name === "localhost" ||
    name.endsWith(".localhost") ||
    name === "::1" ||
    (isIP(name) === 4 && name.startsWith("127."))
  );
}
