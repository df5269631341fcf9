import type { Environment } from "../../config/clouds.ts";
import type { Finding } from "./checkup.ts";

/**
 * The proxy that Node uses for a URL: it takes one from the environment only where NODE_USE_ENV_PROXY or
 * --use-env-proxy says so. `value` is true where requests go through a proxy.
 */
export function checkProxy(
  url: URL,
  environment: Environment,
  flags: readonly string[] = process.execArgv,
): Finding<boolean> {
  const scheme = url.protocol.slice(0, -1);
  const names = [`${scheme}_proxy`, `${scheme}_proxy`.toUpperCase()];
  const name = names.find((one) => environment[one]);
  if (name === undefined) return { detail: "none", value: false };
  const proxy = hostOf(environment[name] as string);
  const excluded = environment.no_proxy ?? environment.NO_PROXY ?? "";
  if (isExcluded(url, excluded)) {
    return { detail: `none for ${url.hostname}, because of NO_PROXY`, value: false };
  }
  const options = environment.NODE_OPTIONS ?? "";
  const enabled =
    environment.NODE_USE_ENV_PROXY === "1" || [...flags, ...options.split(" ")].includes("--use-env-proxy");
  if (enabled) return { detail: `${proxy}, of ${name}`, value: true };
  if (isLoopback(url.hostname)) return { detail: "none is needed on this machine", value: false };
  return {
    result: "warning",
    detail: `${name} is ${proxy}, but Node does not use it`,
    remedy: "If the network needs the proxy, set NODE_USE_ENV_PROXY=1; Node 24 and later read it.",
    value: false,
  };
}

/** Without user and password, which a URL of a proxy may have. */
function hostOf(proxy: string): string {
  const url = URL.parse(proxy.includes("://") ? proxy : `http://${proxy}`);
  return url === null ? "an invalid URL" : `${url.protocol}//${url.host}`;
}

function isExcluded({ hostname, host }: URL, list: string): boolean {
  return list
    .split(/[\s,]+/)
    .filter((entry) => entry !== "")
    .map((entry) => entry.replace(/^\*?\./, ""))
    .some((entry) => entry === "*" || [host, hostname].includes(entry) || hostname.endsWith(`.${entry}`));
}

function isLoopback(hostname: string): boolean {
  return /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
}
