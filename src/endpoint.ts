import { type Region, servers } from "../generated/operations.ts";
import { CsbsConfigError } from "./errors.ts";
import { urlOf } from "./transport/platform.ts";

/**
 * The URL of the service in a region, by the servers of the description.
 *
 * @throws CsbsConfigError for a name that no cloud gives to a region: credentials must not go to a
 * host that a typing mistake has made up.
 */
export function endpointOf(region: Region): string {
  const server = servers.find((candidate) => candidate.region.test(region));
  if (server !== undefined) return server.url.replace("{region}", region);
  const known = servers.map((candidate) => candidate.known).join(" or ");
  throw new CsbsConfigError(
    `unknown region ${JSON.stringify(region)}; expected ${known}; elsewhere pass endpoint`,
  );
}

/** @throws CsbsConfigError if it cannot be a base URL of the service. */
export function readEndpoint(endpoint: string, allowHttp: boolean): string {
  const url = urlOf(endpoint);
  if (url === undefined || !/^https?:$/.test(url.protocol)) {
    throw new CsbsConfigError("endpoint must be an http(s) URL such as https://csbs.eu-de.otc.t-systems.com");
  }
  if (url.username !== "" || url.password !== "" || url.search !== "" || url.hash !== "") {
    throw new CsbsConfigError("endpoint must have no user, password, query or fragment");
  }
  if (/\/v1(\/|$)/.test(url.pathname)) {
    throw new CsbsConfigError("endpoint must end before /v1: the client adds the version and the project");
  }
  if (!allowHttp && !isPrivate(url)) {
    throw new CsbsConfigError(
      "endpoint must be https: credentials would be readable in transit (allowHttp lifts this)",
    );
  }
  return url.origin + url.pathname.replace(/\/+$/, "");
}

/** Whether nobody can read what is sent there: by https, or without leaving this machine. */
export function isPrivate({ protocol, hostname }: URL): boolean {
  return protocol === "https:" || /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
}
