import type { TlsSettings } from "../../config/resolve.ts";
import type { Session } from "../session.ts";

/** Applies what is configured of certificates to this process, with a warning for what weakens it or has no effect. */
export function applyTls({ insecure, cacert }: TlsSettings, { err }: Session): void {
  if (insecure !== undefined && process.env.NODE_TLS_REJECT_UNAUTHORIZED !== "0") {
    // Node reads it for each connection.
    process.env.NODE_TLS_REJECT_UNAUTHORIZED = "0";
    err(`csbs: warning: certificates are not checked, because of ${insecure.place}\n`);
  }
  if (cacert !== undefined && insecure === undefined && !process.env.NODE_EXTRA_CA_CERTS) {
    err(`csbs: warning: ${cacert.place} has no effect; set NODE_EXTRA_CA_CERTS=${cacert.value}\n`);
  }
}
