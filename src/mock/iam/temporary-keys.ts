import { timeOf } from "./bodies.ts";
import { malformed } from "./responses.ts";

/** In seconds, as IAM documents it. */
const shortest = 900;
const longest = 86_400;

/** An access key that expires, with its security token. The mock accepts any access key, so this one opens nothing. */
export function temporaryKeys(body: unknown): object {
  const { auth } = (body ?? {}) as { auth?: { identity?: { token?: { duration_seconds?: unknown } } } };
  const duration = auth?.identity?.token?.duration_seconds ?? shortest;
  if (typeof duration !== "number" || !(duration >= shortest && duration <= longest)) {
    throw malformed(`duration_seconds in token must be a number from ${shortest} to ${longest}.`);
  }
  return {
    credential: {
      access: "mock-access-key",
      secret: "mock-secret-key",
      securitytoken: "mock-security-token",
      expires_at: timeOf(Date.now() + duration * 1000),
    },
  };
}
