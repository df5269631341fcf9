/** Where the suite finds what it talks to. */
export interface Addresses {
  mockUrl: string;
  /** Takes requests and never responses. */
  silentUrl: string;
  /** Redirects to the mock. */
  redirectUrl: string;
  /** Nothing listens there. */
  refusedUrl: string;
}

export interface Result {
  name: string;
  ok: boolean;
  error?: string;
}

export const checks: Record<string, unknown>;

export function runSuite(api: unknown, addresses: Addresses): Promise<Result[]>;
