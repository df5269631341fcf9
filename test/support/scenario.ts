import { beforeAll, onTestFinished } from "vitest";
import type { CsbsClient, CsbsClientOptions } from "../../src/index.ts";
import { type Mock, type MockOptions, startMock } from "../../src/mock.ts";
import { validator } from "../../src/validators.ts";
import { testClient } from "./client.ts";

/** A mock for the running test, and a client of it that checks every body and response. */
export async function playing(
  scenario: NonNullable<MockOptions["scenario"]>,
  options: Partial<CsbsClientOptions> = {},
): Promise<{ mock: Mock; csbs: CsbsClient }> {
  const mock = await startMock({ scenario });
  onTestFinished(() => mock.stop());
  return { mock, csbs: testClient({ endpoint: mock.url, validate: validator, ...options }) };
}

/** One mock for a describe, for tests that change nothing. */
export function sharing(scenario: NonNullable<MockOptions["scenario"]>): { readonly csbs: CsbsClient } {
  const shared: { csbs?: CsbsClient } = {};
  beforeAll(async () => {
    const mock = await startMock({ scenario });
    shared.csbs = testClient({ endpoint: mock.url, validate: validator });
    return () => mock.stop();
  });
  return shared as { csbs: CsbsClient };
}

/** For waiters: the mock's time moves with each poll, so that nothing is gained by pauses. */
export const atOnce = { interval: 1 };
