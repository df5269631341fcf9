/**
 * One request of a method, in place of the platform's Request, which costs more than all the rest of
 * a call. openapi-fetch makes it as it would make the other; it holds what fetch needs.
 */
export class LightRequest {
  readonly url: string;
  readonly method: string;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;

  constructor(
    url: string,
    { method, headers, body }: { method: string; headers: Headers; body: string | undefined },
  ) {
    this.url = url;
    this.method = method;
    this.headers = Object.fromEntries(headers);
    this.body = body;
  }

  /** The same as a Request of the platform, for authentication by a function of the caller. */
  clone(): Request {
    const { url, method, headers, body } = this;
    return new Request(url, { method, headers, ...(body === undefined ? {} : { body }) });
  }
}
