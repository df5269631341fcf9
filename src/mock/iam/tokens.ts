import type { Domain, Project, User } from "./directory.ts";

/** What a token stands for. */
export interface Grant {
  readonly user: User;
  readonly methods: readonly string[];
  /** Milliseconds since 1970, as is `expires`. */
  readonly issued: number;
  readonly expires: number;
  readonly project?: Project | undefined;
  readonly domain?: Domain | undefined;
}

/** `unknown` is a token that this IAM has not issued. */
export type TokenState = "valid" | "expired" | "revoked" | "unknown";

/** 24 hours, as IAM documents it, of the real time: clients compare it with their own clock. */
export const lifetime = 24 * 60 * 60 * 1000;

/** How many tokens are remembered; beyond, the oldest are forgotten. */
const limit = 10_000;

/** The tokens that were issued, and how often each token was used. Tokens stay in here. */
export class Tokens {
  readonly #requests: number;
  readonly #grants = new Map<string, Grant>();
  readonly #revoked = new Map<string, true>();
  readonly #used = new Map<string, number>();
  #issued = 0;

  /** `requests` is the number of requests that a token is good for. */
  constructor(requests = Number.POSITIVE_INFINITY) {
    this.#requests = requests;
  }

  issue(grant: Grant): string {
    this.#issued += 1;
    const token = `mock-token-${this.#issued}`;
    remember(this.#grants, token, grant);
    return token;
  }

  /** What an issued token stands for, as long as it is valid. */
  grantOf(token: string): Grant | undefined {
    return this.stateOf(token) === "valid" ? this.#grants.get(token) : undefined;
  }

  stateOf(token: string): TokenState {
    if (this.#revoked.has(token)) return "revoked";
    const grant = this.#grants.get(token);
    const used = this.#used.get(token) ?? 0;
    if (used > this.#requests || (grant !== undefined && Date.now() >= grant.expires)) return "expired";
    return grant === undefined ? "unknown" : "valid";
  }

  revoke(token: string): void {
    remember(this.#revoked, token, true);
  }

  /** Counts a request to the service, and says what the token is worth with it. */
  use(token: string): TokenState {
    if (Number.isFinite(this.#requests)) remember(this.#used, token, (this.#used.get(token) ?? 0) + 1);
    return this.stateOf(token);
  }
}

function remember<Value>(values: Map<string, Value>, key: string, value: Value): void {
  values.delete(key);
  values.set(key, value);
  const [oldest] = values.keys();
  if (values.size > limit && oldest !== undefined) values.delete(oldest);
}
