interface Entry {
  code: string;
  status: number;
  message: string;
}

interface ErrorBody {
  error_code: string;
  error_msg: string;
  request_id?: string;
}

/** For an example of the default response that the catalogue does not know. */
const statusOfUnknown = 502;

/** The description's catalogue of error codes. */
export class Catalogue {
  readonly #entries: Entry[];
  readonly #examples: Partial<ErrorBody>[];

  constructor(entries: Entry[], examples: Partial<ErrorBody>[]) {
    this.#entries = entries;
    this.#examples = examples;
  }

  /** The text of an error code, its placeholders filled in, in their order. */
  message(code: string, about: readonly string[], status?: number): string {
    const entries = this.#entries.filter((one) => one.code === code);
    const entry = entries.find((one) => one.status === status) ?? entries[0];
    const values = [...about];
    return (entry?.message ?? "").replace(/%s|\{\w+\}/g, (placeholder) => values.shift() ?? placeholder);
  }

  /** The gateway's error body for a status, with the ID of a request as the examples have it. */
  gatewayError(status: number): ErrorBody {
    const entries = this.#entries.filter((one) => one.status === status && /^APIG/.test(one.code));
    const hasExample = ({ code, message }: Entry) =>
      this.#examples.some(({ error_code, error_msg }) => error_code === code && error_msg === message);
    const entry = entries.find(hasExample) ?? entries[0];
    if (entry === undefined) throw new Error(`the description has no error of the gateway for ${status}`);
    const request_id = this.#examples.find((body) => body.request_id !== undefined)?.request_id;
    return { error_code: entry.code, error_msg: entry.message, ...(request_id && { request_id }) };
  }

  /** The status of an error body; that of a gateway that failed for one that the catalogue does not have. */
  statusOf({ error_code, error_msg = "" }: Partial<ErrorBody>): number {
    // Where the catalogue ends a message with a full stop, the service may go on after a colon.
    const entry = this.#entries.find(
      ({ code, message }) => code === error_code && error_msg.startsWith(message.replace(/\.$/, "")),
    );
    return entry?.status ?? statusOfUnknown;
  }
}
