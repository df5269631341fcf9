const unknownAuthority =
  "The certificate is not signed by an authority that Node knows. If the network has one of its own, set OS_CACERT, or cacert in clouds.yaml, to the file of its certificate.";
const firewall = "Check the network, and a firewall or VPN. If the network needs a proxy, set HTTPS_PROXY.";

/** What helps, by the code that Node gives a failed connection. */
const remedies: { readonly [code: string]: string } = {
  ENOTFOUND: "Check the host name of the endpoint or region, and of the proxy if one is set.",
  EAI_AGAIN: "The name server did not respond. Check the network.",
  ECONNREFUSED: "Nothing listens on this host and port. Check the endpoint, and the proxy if one is set.",
  UND_ERR_ABORTED:
    "The proxy refused the connection. Check the host, user name and password in HTTPS_PROXY or HTTP_PROXY.",
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
