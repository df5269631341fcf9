import type { OutgoingHttpHeaders } from "node:http";
import type { SpecDocument } from "../description/document.ts";
import { type HttpResponse, jsonResponse } from "../http/response.ts";

/** Where the description documents no body for a status: the status whose body fits. 494 is nginx's 431. */
const documentedAs: { [status: number]: number } = {
  403: 404,
  405: 404,
  406: 400,
  408: 400,
  415: 400,
  417: 400,
  431: 494,
};

/** The errors of the gateway in front of the service, by the description's catalogue. */
export class GatewayErrors {
  readonly #document: SpecDocument;

  constructor(document: SpecDocument) {
    this.#document = document;
  }

  /** The gateway's error for a status; `reason` follows the documented text after a colon. */
  response(status: number, reason?: string, headers?: OutgoingHttpHeaders): HttpResponse {
    const documented = this.#document.catalogue.gatewayError(documentedAs[status] ?? status);
    const error_msg =
      reason === undefined ? documented.error_msg : `${documented.error_msg.replace(/\.$/, "")}: ${reason}`;
    return jsonResponse(status, { ...documented, error_msg }, headers);
  }
}
