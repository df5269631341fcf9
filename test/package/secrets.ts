import { lintSource } from "@secretlint/core";
import { creator as recommended } from "@secretlint/secretlint-rule-preset-recommend";

/** IDs of 32 hex digits that the description has for examples: two projects, and a request. */
const documentedIds = [
  "0605767e8d80d55d2f69c0189071bcbc",
  "b942cc8342734d15bcb246babb1953cf",
  "acbc548ac6f2a0dbdb9e3518a7c0ff84",
];

/** What the preset does not know: forms of this service's credentials, and traces of a machine. */
const ownPatterns: [what: string, pattern: RegExp][] = [
  ["an ID or secret of 32 hex digits", /(?<![\w-])[0-9a-f]{32}(?![\w-])/gi],
  ["an IAM token", /\bMII[A-Za-z0-9+/_-]{60,}/g],
  ["a JSON Web Token", /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,}/g],
  ["an access key", /\bAccess=(?!AK\b)[A-Z0-9]{20}\b/g],
  [
    "a secret key of 40 letters and digits",
    /(?<![\w+/=-])(?=[A-Za-z0-9]{0,39}[a-z])(?=[A-Za-z0-9]{0,39}[A-Z])(?=[A-Za-z0-9]{0,39}\d)[A-Za-z0-9]{40}(?![\w+/=-])/g,
  ],
  ["a password in an address", /\bhttps?:\/\/[^\s/:@"'`<>{}$]+:[^\s/:@"'`<>{}$]+@/g],
  ["a path of somebody's machine", /(?<![\w.])\/(?:home|Users|root|work)\/[\w.-]+/g],
];

/** What looks like a secret in a text: what it is, and its beginning. */
export async function secretsIn(path: string, content: string): Promise<string[]> {
  const { messages } = await lintSource({
    source: { filePath: path, content, contentType: "text", ext: path.slice(path.lastIndexOf(".")) },
    options: {
      config: { rules: [{ id: "@secretlint/secretlint-rule-preset-recommend", rule: recommended }] },
      noPhysicFilePath: true,
      maskSecrets: true,
    },
  });
  const own = ownPatterns.flatMap(([what, pattern]) =>
    [...content.matchAll(pattern)]
      .map(([found]) => found)
      .filter((found) => !documentedIds.includes(found))
      .map((found) => `${path}: ${what}: ${found.slice(0, 8)}…`),
  );
  return [...messages.map(({ message }) => `${path}: ${message}`), ...own];
}
