import { CsbsConfigError } from "../errors.ts";

/** What the client cannot do without and does not replace; the README lists the same. */
const required = ["Headers", "URL", "AbortController"] as const;

/** @throws CsbsConfigError on a runtime without a feature that is required. */
export function checkPlatform(): void {
  const missing = required.filter((name) => typeof globalThis[name] !== "function");
  if (missing.length === 0) return;
  throw new CsbsConfigError(`this runtime has no ${missing.join(", ")}; load a polyfill before csbs-api`);
}

/** The URL that a text or a URL object stands for; undefined where it is none. */
export function urlOf(value: unknown): URL | undefined {
  try {
    return new URL(String(value));
  } catch {
    return undefined;
  }
}
