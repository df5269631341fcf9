import { CsbsConfigError } from "../errors.ts";
import type { CsbsAuth, OutgoingRequest } from "../transport/authentication.ts";
import { checkNames } from "../transport/plain.ts";
import { authBy, authWithout, missingOf } from "./auth.ts";
import { algorithm, importKey, signatureOf, signedHeaders, signingDate } from "./signing.ts";

/** Options of {@link accessKey}. `undefined` compiles, for variables of the environment; creating a client then fails. */
export interface AccessKeyOptions {
  /** ID of the access key (AK), from My Credentials in the console. */
  accessKey: string | undefined;
  /** The secret access key (SK) that belongs to it. It is never sent. */
  secretKey: string | undefined;
  /** Token that came with a temporary access key. */
  securityToken?: string | undefined;
  /** ID of the project to send as `X-Project-Id`. Default: the one that the path names. */
  projectId?: string | undefined;
  /**
   * The time in milliseconds since 1970, asked for each attempt. Default: Date.now. The service
   * refuses signatures whose time is 15 minutes off.
   */
  now?: (() => number) | undefined;
}

/**
 * Headers that are signed where they are sent, host and date besides. Others are not, because
 * browsers and proxies may change them in transit; the service knows the signed ones by their list.
 */
const signedNames = ["content-type", "x-project-id", "x-sdk-date", "x-security-token"];

/** Path of everything that belongs to a project, behind whatever prefix the endpoint has. */
const projectInPath = /\/v1\/([0-9a-f]{32})(?=\/|$)/;

/**
 * Authenticates by an access key (AK/SK): signs each attempt by SDK-HMAC-SHA256, body included, with
 * the time at which it is made. Makes no request of its own, and needs WebCrypto.
 *
 * What is missing, or undefined, is named by the error that createCsbsClient throws, together with
 * everything else that is missing.
 *
 * @example accessKey({ accessKey: process.env.OS_ACCESS_KEY, secretKey: process.env.OS_SECRET_KEY })
 * @throws CsbsConfigError when an option is unknown or holds a blank, and where there is no
 * WebCrypto: browsers have it on pages loaded by https or from localhost only.
 */
export function accessKey(options: AccessKeyOptions): CsbsAuth {
  checkNames("accessKey()", options, ["accessKey", "secretKey", "securityToken", "projectId", "now"]);
  const missing = missingOf({
    accessKey: [options.accessKey, "OS_ACCESS_KEY"],
    secretKey: [options.secretKey, "OS_SECRET_KEY"],
  });
  if (missing.length > 0) return authWithout(missing);
  const subtle = webCrypto();
  const { projectId, securityToken, now = Date.now } = options;
  const id = readable("accessKey", options.accessKey);
  const secret = readable("secretKey", options.secretKey);
  const extra = {
    ...(projectId === undefined ? {} : { "x-project-id": readable("projectId", projectId) }),
    ...(securityToken === undefined ? {} : { "x-security-token": readable("securityToken", securityToken) }),
  };
  let key: Promise<CryptoKey> | undefined;

  const auth = authBy(async ({ method, url, headers, body }: OutgoingRequest) => {
    key ??= importKey(subtle, secret);
    const date = signingDate(now());
    const project = "x-project-id" in headers ? {} : projectOf(url);
    Object.assign(headers, { ...project, ...extra, "x-sdk-date": date });
    const signed = { host: new URL(url).host, ...pick(headers, signedNames) };
    const request = { method, url, headers: signed, body };
    const signature = await signatureOf(subtle, { key: await key, date, request });
    headers.authorization = `${algorithm} Access=${id}, SignedHeaders=${signedHeaders(signed)}, Signature=${signature}`;
  });
  // The next signature would be refused for the same reason.
  return Object.assign(auth, { refused: () => false });
}

/** The vendors' clients always send the project's ID, so it is sent where the path tells it. */
function projectOf(url: string): { "x-project-id"?: string } {
  const id = projectInPath.exec(new URL(url).pathname)?.[1];
  return id === undefined ? {} : { "x-project-id": id };
}

function pick(headers: Record<string, string>, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => names.includes(name)));
}

function webCrypto(): SubtleCrypto {
  // The types promise it, insecure pages do not have it.
  const { subtle } = (globalThis.crypto ?? {}) as { subtle?: SubtleCrypto };
  if (subtle !== undefined) return subtle;
  throw new CsbsConfigError(
    "accessKey() needs WebCrypto (crypto.subtle), which is missing here; browsers have it on pages loaded by https or from localhost only",
  );
}

/** Headers would refuse a bad value too, but with the value in the message; in a secret it is a slip. */
function readable(name: string, value: unknown): string {
  if (typeof value !== "string" || value === "") {
    throw new CsbsConfigError(`${name} is missing; accessKey() needs it as a string that is not empty`);
  }
  if (!/^[\x21-\x7e]+$/.test(value)) {
    throw new CsbsConfigError(
      `${name} holds a blank, a line break or a character that is not ASCII; pass it exactly as the console or IAM gave it`,
    );
  }
  return value;
}
