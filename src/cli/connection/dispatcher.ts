import { Agent, Pool, ProxyAgent, setGlobalDispatcher } from "undici";

/** How the requests of this process reach a host. */
export interface Routes {
  /** The proxy for an origin; undefined for a direct connection. */
  proxyOf: (origin: URL) => URL | undefined;
  /** Certificates of the authorities that are trusted; undefined for those of Node. */
  ca: string[] | undefined;
}

/** Sets the routes of fetch. Every later request of this process takes them. */
export function routeFetch({ proxyOf, ca }: Routes): void {
  const tls = ca === undefined ? {} : { ca };
  const agent = new Agent({
    connect: tls,
    factory(origin, options) {
      const proxy = proxyOf(new URL(origin));
      return proxy === undefined
        ? new Pool(origin, options)
        : new ProxyAgent({ uri: proxy.href, requestTls: tls, proxyTls: tls });
    },
  });
  setGlobalDispatcher(agent);
}
