import type { Environment } from "../../config/clouds.ts";
import { chooseProxy } from "../connection/proxy.ts";
import type { Finding } from "./checkup.ts";

const reasons = {
  "not set": () => "none",
  loopback: () => "none is needed on this machine",
  NO_PROXY: (host: string) => `none for ${host}, because of NO_PROXY`,
};

/** The proxy for a URL, without its user and password. `value` is true where requests go through one. */
export function checkProxy(url: URL, environment: Environment): Finding<boolean> {
  const choice = chooseProxy(url, environment);
  if (choice.use === "none") return { detail: reasons[choice.reason](url.hostname), value: false };
  const { proxy, variable } = choice;
  return { detail: `${proxy.protocol}//${proxy.host}, of ${variable}`, value: true };
}
