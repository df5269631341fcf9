import { STATUS_CODES } from "node:http";
import type { components } from "../../../generated/schema.ts";

export interface IamResponse {
  status: number;
  headers: { [name: string]: string };
  body: Buffer;
}

export function jsonResponse(
  status: number,
  body: object,
  headers: { [name: string]: string } = {},
): IamResponse {
  return {
    status,
    headers: { "content-type": "application/json", ...headers },
    body: Buffer.from(JSON.stringify(body)),
  };
}

/** A request that IAM refuses. Messages never contain a value of the request, which may be a secret. */
export class IamRefusal extends Error {
  readonly status: number;
  readonly headers: { [name: string]: string };

  constructor(status: number, message: string, headers: { [name: string]: string } = {}) {
    super(message);
    this.status = status;
    this.headers = headers;
  }

  response(): IamResponse {
    const error: components["schemas"]["IamErrorDetail"] = {
      code: this.status,
      message: this.message,
      title: STATUS_CODES[this.status] as string,
    };
    return jsonResponse(this.status, { error }, this.headers);
  }
}

export function malformed(problem: string): IamRefusal {
  return new IamRefusal(
    400,
    `${problem} The server could not comply with the request since it is either malformed or otherwise incorrect. The client is assumed to be in error.`,
  );
}

/** Keystone gives no other reason to a caller with a wrong password, an unknown token or no access to the scope. */
export function unauthorized(): IamRefusal {
  return new IamRefusal(401, "The request you have made requires authentication.");
}
