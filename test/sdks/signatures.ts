import { webcrypto } from "node:crypto";
import { algorithm, importKey, signatureOf } from "../../src/auth/signing.ts";
import type { Arrived } from "../support/server.ts";

const form = new RegExp(`^${algorithm} Access=[^,]+, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$`);

/** Requests that an SDK has signed. */
export function signed(requests: readonly Arrived[]): Arrived[] {
  return requests.filter(({ headers }) => headers.authorization?.startsWith(algorithm));
}

/** The signature that an SDK sent, and the one that our signer makes of the same request. */
export async function signatures(
  { method, target, headers, body }: Arrived,
  secretKey: string,
): Promise<{ theirs: string | undefined; ours: string }> {
  const [, names = "", theirs] = form.exec(headers.authorization ?? "") ?? [];
  const signedHeaders = names.split(";").map((name) => [name, String(headers[name])]);
  const request = {
    method,
    url: `http://${headers.host}${target}`,
    headers: Object.fromEntries(signedHeaders),
    body: body === "" ? undefined : body,
  };
  const key = await importKey(webcrypto.subtle as SubtleCrypto, secretKey);
  const date = String(headers["x-sdk-date"]);
  return { theirs, ours: await signatureOf(webcrypto.subtle as SubtleCrypto, { key, date, request }) };
}
