import { readFile } from "node:fs/promises";
import { rootCertificates } from "node:tls";
import type { Environment } from "../../config/clouds.ts";
import type { TlsSettings } from "../../config/resolve.ts";
import { CsbsConfigError } from "../../index.ts";
import type { Session } from "../session.ts";
import { chooseProxy, hasProxy } from "./proxy.ts";

/**
 * Applies the configured proxies and certificates to all later requests of this process. Prints a warning where
 * certificates are not checked. Returns the authorities that are trusted; undefined for those of Node.
 *
 * @throws CsbsConfigError when the file of certificates cannot be read, or a proxy is not a URL.
 */
export async function applyNetwork(
  tls: TlsSettings,
  session: Pick<Session, "err">,
  environment: Environment = process.env,
): Promise<string[] | undefined> {
  applyInsecure(tls, session);
  const ca = await readAuthorities(tls);
  if (ca === undefined && !hasProxy(environment)) return undefined;
  for (const scheme of ["https", "http"]) chooseProxy(new URL(`${scheme}://any.invalid`), environment);
  // Loaded only here, because it is large.
  const { routeFetch } = await import("./dispatcher.ts");
  routeFetch({
    ca,
    proxyOf(origin) {
      const choice = chooseProxy(origin, environment);
      return choice.use === "proxy" ? choice.proxy : undefined;
    },
  });
  return ca;
}

/** Turns off the check of certificates where that is configured. */
export function applyInsecure({ insecure }: TlsSettings, { err }: Pick<Session, "err">): void {
  if (insecure === undefined || process.env.NODE_TLS_REJECT_UNAUTHORIZED === "0") return;
  // Node reads it for each connection.
  process.env.NODE_TLS_REJECT_UNAUTHORIZED = "0";
  err(`csbs: warning: certificates are not checked, because of ${insecure.place}\n`);
}

/**
 * The certificates of OS_CACERT or cacert, with those that Node trusts anyway. Undefined without such a file.
 *
 * @throws CsbsConfigError when the file cannot be read or has no certificate.
 */
export async function readAuthorities({ cacert, insecure }: TlsSettings): Promise<string[] | undefined> {
  if (cacert === undefined || insecure !== undefined) return undefined;
  const { NODE_EXTRA_CA_CERTS: extra } = process.env;
  // Node warns about this file itself.
  const known = extra ? await readFile(extra, "utf8").catch(() => "") : "";
  return [...rootCertificates, ...(known === "" ? [] : [known]), await readCertificates(cacert)];
}

async function readCertificates({ place, value }: { place: string; value: string }): Promise<string> {
  const text = await readFile(value, "utf8").catch((error: NodeJS.ErrnoException) => {
    throw new CsbsConfigError(`cannot read ${value}, the file of ${place} (${error.code}); correct the path`);
  });
  if (text.includes("-----BEGIN CERTIFICATE-----")) return text;
  throw new CsbsConfigError(`${value}, the file of ${place}, has no certificate; use a file in PEM format`);
}
