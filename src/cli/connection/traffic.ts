import type { CsbsAttempt, CsbsClientSettings } from "../../index.ts";
import { excludeEachOther } from "../exit.ts";
import { json, oneLine } from "../output/cells.ts";
import type { Session } from "../session.ts";

/** What the user wants to see of requests; errors always show. */
export interface VerbosityOptions {
  verbose?: true;
  debug?: true;
  quiet?: true;
}

/** A retry that waits longer than this shows on a terminal, so that the silence is explained. */
const silence = 1000;

/** Most characters of a header or a body that --debug prints. */
const longestLine = 10_000;

/**
 * Hooks and fetch of a client, by which its requests show on stderr.
 *
 * @throws UsageError when options contradict each other.
 */
export function watchTraffic(
  { verbose, debug, quiet }: VerbosityOptions,
  session: Session,
): Pick<CsbsClientSettings, "hooks" | "fetch"> {
  if (quiet === true && (verbose ?? debug) === true) {
    throw excludeEachOther("--quiet", "--verbose or --debug");
  }
  session.quiet = quiet === true;
  const all = verbose === true || debug === true;
  return {
    hooks: {
      onAttempt(attempt) {
        if (attempt.operation !== undefined) session.attempts.set(attempt.operation, attempt.attempt);
        if (all) session.err(`csbs: ${attemptLine(attempt)}\n`);
        else if (session.liveErr === true && (attempt.wait ?? 0) > silence) {
          session.note(`csbs: ${reasonOf(attempt)}; ${retryWords(attempt)}\n`);
        }
      },
    },
    ...(debug === true ? { fetch: loggingFetch(session) } : {}),
  };
}

function attemptLine(attempt: CsbsAttempt): string {
  const { method, path = "", origin, duration, requestId } = attempt;
  const id = requestId === undefined ? "" : ` (request id ${requestId})`;
  const retry = attempt.wait === undefined ? "" : `; ${retryWords(attempt)}`;
  return oneLine(
    `${method} ${origin}${path}: ${reasonOf(attempt)} after ${Math.round(duration)} ms${id}${retry}`,
  );
}

function reasonOf({ operation, status, error }: CsbsAttempt): string {
  if (status !== undefined) return `${operation ?? "the service"} responded ${status}`;
  return error instanceof Error ? oneLine(error.message) : "no response";
}

function retryWords({ attempt, wait = 0 }: CsbsAttempt): string {
  return `attempt ${attempt + 1} in ${Math.round(wait / 100) / 10} s`;
}

/** Prints requests and responses without what proves who sends them. */
function loggingFetch({ err }: Session): typeof fetch {
  const secrets = new Set<string>();
  const keepSecrets = (headers: Headers) => {
    for (const [name, value] of headers) {
      if (isSecret(name) && value !== "") for (const spelling of spellingsOf(value)) secrets.add(spelling);
    }
  };
  // Before anything is cut: half a secret would not be found.
  const hide = (text: string) =>
    [...secrets].reduce((hidden, secret) => hidden.replaceAll(secret, redacted), text);
  return async (input, init) => {
    const request = new Request(input, init);
    keepSecrets(request.headers);
    // Both bodies of a sign-in say who may do what, and one has the password.
    const isSignIn = new URL(request.url).pathname.endsWith("/auth/tokens");
    const printableBody = (body: string) => (isSignIn ? redacted : bodyText(body));
    const write = (mark: string, start: string, headers: Headers, body: string) =>
      err(
        exchangeText(
          mark,
          [start, ...headerLines(headers), ...(body === "" ? [] : [printableBody(body)])].map(hide),
        ),
      );
    const body = request.body === null ? "" : await request.clone().text();
    write(">", `${request.method} ${request.url}`, request.headers, body);
    const response = await fetch(request);
    keepSecrets(response.headers);
    const start = `${response.status} ${response.statusText}`.trimEnd();
    write("<", start, response.headers, await response.clone().text());
    return response;
  };
}

const redacted = "[redacted]";

/** A secret as servers and gateways send it back: as it is, in a URL, or in base64. */
function spellingsOf(secret: string): string[] {
  const base64 = Buffer.from(secret).toString("base64").replace(/=+$/, "");
  return [secret, encodeURIComponent(secret), base64, base64.replaceAll("+", "-").replaceAll("/", "_")];
}

function isSecret(name: string): boolean {
  return /token|authorization|cookie|secret|password|signature|credential/i.test(name);
}

function headerLines(headers: Headers): string[] {
  return [...headers].map(([name, value]) => `${name}: ${isSecret(name) ? redacted : value}`);
}

/** JSON with the values of secret fields redacted; other text as it is. */
function bodyText(body: string): string {
  try {
    return json(JSON.parse(body, (name, value) => (isSecret(name) ? redacted : value)));
  } catch {
    return body;
  }
}

/** Each part as one line; a long one is cut. */
function exchangeText(mark: string, parts: readonly string[]): string {
  return parts
    .map(oneLine)
    .map((line) =>
      line.length > longestLine ? `${line.slice(0, longestLine)}… (${line.length} characters)` : line,
    )
    .map((line) => `${mark} ${line}\n`)
    .join("");
}
