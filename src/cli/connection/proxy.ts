import type { Environment } from "../../config/clouds.ts";
import { CsbsConfigError } from "../../index.ts";

/** What the environment says about the proxy for a URL. */
export type ProxyChoice =
  | { use: "proxy"; variable: string; proxy: URL }
  | { use: "none"; reason: "not set" | "loopback" | "NO_PROXY" };

/**
 * The proxy for a URL, by HTTPS_PROXY, HTTP_PROXY and NO_PROXY, in lower or upper case. Lower case wins, as in curl.
 *
 * @throws CsbsConfigError when the variable is not the URL of an HTTP proxy.
 */
export function chooseProxy(url: URL, environment: Environment): ProxyChoice {
  const name = `${url.protocol.slice(0, -1)}_proxy`;
  const variable = [name, name.toUpperCase()].find((one) => environment[one]);
  if (variable === undefined) return { use: "none", reason: "not set" };
  if (isLoopback(url.hostname)) return { use: "none", reason: "loopback" };
  const excluded = environment.no_proxy ?? environment.NO_PROXY ?? "";
  if (isExcluded(url, excluded)) return { use: "none", reason: "NO_PROXY" };
  return { use: "proxy", variable, proxy: readProxy(variable, environment[variable] as string) };
}

/** Whether there is a proxy for any URL. */
export function hasProxy(environment: Environment): boolean {
  return ["https_proxy", "HTTPS_PROXY", "http_proxy", "HTTP_PROXY"].some((name) => environment[name]);
}

/** The message does not repeat the value, which may have a password. */
function readProxy(variable: string, value: string): URL {
  const text = value.includes("://") ? value : `http://${value}`;
  if (/^https?:/i.test(text) && URL.canParse(text)) return new URL(text);
  throw new CsbsConfigError(
    `${variable} is not the URL of an HTTP proxy; set it to one such as http://proxy.example.com:3128`,
  );
}

function isExcluded({ hostname, port, protocol }: URL, list: string): boolean {
  const host = `${hostname}:${port || (protocol === "https:" ? "443" : "80")}`;
  return list
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((entry) => entry !== "")
    .map((entry) => entry.replace(/^\*?\./, ""))
    .some(
      (entry) => entry === "*" || [hostname, host].some((one) => one === entry || one.endsWith(`.${entry}`)),
    );
}

function isLoopback(hostname: string): boolean {
  return /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
}
