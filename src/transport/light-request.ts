/**
 * One request of a method, in place of the platform's Request, which costs more than all the rest of
 * a call. It holds what fetch needs, as it was given.
 */
export class LightRequest {
  readonly url: string;
  readonly method: string;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;

  constructor(
    url: string,
    init: { method: string; headers: Readonly<Record<string, string>>; body: string | undefined },
  ) {
    this.url = url;
    this.method = init.method;
    this.headers = init.headers;
    this.body = init.body;
  }

  /** The same as a Request of the platform, for authentication by a function of the caller's. */
  toRequest(): Request {
    const { url, method, headers, body } = this;
    return new Request(url, { method, headers, ...(body === undefined ? {} : { body }), redirect: "manual" });
  }
}
