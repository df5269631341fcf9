const unknownAuthority =
  "The certificate is not signed by an authority that Node knows. If the network has one of its own, set NODE_EXTRA_CA_CERTS to the file of its certificate.";
const firewall =
  "Check the network, and a firewall or VPN. Node 24 uses the proxy of HTTPS_PROXY with NODE_USE_ENV_PROXY=1; older versions use none.";

/** What helps, by the code that Node gives a failed connection. */
const remedies: { readonly [code: string]: string } = {
  ENOTFOUND: "Check the host name of the endpoint or region.",
  EAI_AGAIN: "The name server did not respond. Check the network.",
  ECONNREFUSED: "Nothing listens on this host and port. Check the endpoint.",
  ECONNRESET: firewall,
  EHOSTUNREACH: firewall,
  ENETUNREACH: firewall,
  ETIMEDOUT: firewall,
  UND_ERR_CONNECT_TIMEOUT: firewall,
  UND_ERR_SOCKET: firewall,
  DEPTH_ZERO_SELF_SIGNED_CERT: unknownAuthority,
  SELF_SIGNED_CERT_IN_CHAIN: unknownAuthority,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: unknownAuthority,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: unknownAuthority,
  CERT_HAS_EXPIRED:
    "The certificate has expired. Check the clock of this machine; if it is right, tell the operator of the endpoint.",
  CERT_NOT_YET_VALID: "The certificate is not valid yet. Check the clock of this machine.",
  ERR_TLS_CERT_ALTNAME_INVALID: "The certificate is for another host. Check the host name of the endpoint.",
  EPROTO: "The host does not speak TLS on this port. Check the scheme and the port of the endpoint.",
  ERR_SSL_WRONG_VERSION_NUMBER:
    "The host does not speak TLS on this port. Check the scheme and the port of the endpoint.",
};

/** Undefined for a failure that is not known. */
export function connectionRemedy(error: Error): string | undefined {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    const { code } = cause as { code?: string };
    if (code !== undefined && Object.hasOwn(remedies, code)) return remedies[code];
  }
  return undefined;
}
