import { createHash, createHmac, webcrypto } from "node:crypto";
import {
  algorithm,
  canonicalRequest,
  importKey,
  type Signable,
  signatureOf,
} from "../../src/auth/signing.ts";
import type { Arrived } from "../support/server.ts";

const pattern = new RegExp(
  `^${algorithm} (Access|Credential)=([^,]+), ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$`,
);

/** Requests that an SDK has signed. */
export function signed(requests: readonly Arrived[]): Arrived[] {
  return requests.filter(({ headers }) => headers.authorization?.startsWith(algorithm));
}

/** The signature that an SDK sent, and the one that this package makes of the same request. */
export async function signatures(
  { method, target, headers, body }: Arrived,
  secretKey: string,
): Promise<{ theirs: string | undefined; ours: string }> {
  const [, form, credential = "", names = "", theirs] = pattern.exec(headers.authorization ?? "") ?? [];
  const request = {
    method,
    url: `http://${headers.host}${target}`,
    headers: Object.fromEntries(names.split(";").map((name) => [name, String(headers[name])])),
    body: body === "" ? undefined : body,
  };
  const date = String(headers["x-sdk-date"]);
  if (form === "Credential") {
    return { theirs, ours: scopedSignature(request, { scope: credential, date, secretKey }) };
  }
  const subtle = webcrypto.subtle as SubtleCrypto;
  const key = await importKey(subtle, secretKey);
  return { theirs, ours: await signatureOf(subtle, { key, date, request }) };
}

/**
 * The older form, which only SDKs have: the key is derived for a day, a region and a service, which the
 * credential names after the access key. The request is signed in the same canonical form.
 */
function scopedSignature(
  request: Signable,
  { scope, date, secretKey }: { scope: string; date: string; secretKey: string },
): string {
  const parts = scope.split("/").slice(1);
  const key = parts.reduce(hmac, Buffer.from(`SDK${secretKey}`));
  const canonical = canonicalRequest(request, sha256(request.body ?? ""));
  return hmac(key, [algorithm, date, parts.join("/"), sha256(canonical)].join("\n")).toString("hex");
}

function hmac(key: Buffer, text: string): Buffer {
  return createHmac("sha256", key).update(text).digest();
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
