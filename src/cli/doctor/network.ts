import { lookup } from "node:dns/promises";
import { isIP } from "node:net";
import { connect, type TLSSocket } from "node:tls";
import { connectionRemedy } from "../connection/remedies.ts";
import type { Finding } from "./checkup.ts";
import type { Examination } from "./examination.ts";
import { checkProxy } from "./proxy.ts";

const day = 86_400_000;
/** A certificate that expires sooner than this is worth a warning. */
const soon = 14 * day;
/** Milliseconds for TLS where no timeout is given. */
const patience = 10_000;

/** Checks the way to a host. The checks are named after it, such as `endpoint DNS`; the last one is returned. */
export async function checkNetwork(
  name: string,
  url: URL,
  { world, checkup, settings, session }: Examination,
  ca: string[] | undefined,
): Promise<string> {
  const [proxy, dns, tls] = ["proxy", "DNS", "TLS"].map((part) => `${name} ${part}`) as [
    string,
    string,
    string,
  ];
  const proxied = await checkup.run(proxy, ["settings"], () => checkProxy(url, world.environment));
  const byProxy: Finding = { result: "skipped", detail: "the proxy does this" };
  await checkup.run(dns, [proxy], () => (proxied === true ? byProxy : checkDns(url)));
  await checkup.run(tls, [dns], () => {
    if (proxied === true) return byProxy;
    if (url.protocol === "https:") {
      return checkTls(url, ca, settings.timeout ?? patience, session.signal);
    }
    return { result: "skipped", detail: `${url.origin} is plain http` };
  });
  return tls;
}

async function checkDns({ hostname }: URL): Promise<Finding> {
  const host = hostname.replace(/^\[|\]$/g, "");
  if (isIP(host) !== 0) return { detail: `${host} is an address` };
  try {
    const found = await lookup(host, { all: true });
    return { detail: `${host}: ${found.map(({ address }) => address).join(", ")}` };
  } catch (error) {
    return failure(`the name ${host} has no address`, error);
  }
}

async function checkTls(
  url: URL,
  ca: string[] | undefined,
  timeout: number,
  signal: AbortSignal | undefined,
): Promise<Finding> {
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const server = { ...(isIP(host) === 0 ? { servername: host } : {}), ...(ca === undefined ? {} : { ca }) };
  const socket = connect({ host, port: Number(url.port || 443), ...server });
  try {
    await secured(socket, timeout, signal);
    return describeTls(socket);
  } catch (error) {
    signal?.throwIfAborted();
    return failure(`no TLS with ${url.host}`, error);
  } finally {
    socket.destroy();
  }
}

function secured(socket: TLSSocket, timeout: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.once("secureConnect", resolve).once("error", reject);
    const code = "ETIMEDOUT";
    socket.setTimeout(timeout, () => reject(Object.assign(new Error(`none within ${timeout} ms`), { code })));
    signal?.addEventListener("abort", () => reject(signal.reason as Error), { once: true });
  });
}

function describeTls(socket: TLSSocket): Finding {
  const { valid_to: end } = socket.getPeerCertificate();
  const left = Date.parse(end) - Date.now();
  const detail = `${socket.getProtocol()}, certificate valid until ${new Date(end).toISOString().slice(0, 10)}`;
  if (!socket.authorized) {
    const reason = String(socket.authorizationError);
    return {
      result: "warning",
      detail: `${detail}, but not checked (${reason})`,
      remedy: "Check certificates again, once this is fixed: others can read what is sent.",
    };
  }
  if (left > soon) return { detail };
  return {
    result: "warning",
    detail,
    remedy: "Tell the operator of the host that the certificate expires soon.",
  };
}

function failure(what: string, error: unknown): Finding {
  const { code, message } = error as NodeJS.ErrnoException;
  return {
    result: "failed",
    detail: `${what} (${code ?? message})`,
    remedy: connectionRemedy(error as Error),
  };
}
