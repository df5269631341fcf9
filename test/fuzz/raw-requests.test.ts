import { connect } from "node:net";
import { describe, expect, test } from "vitest";
import { errorCatalogue } from "../../src/index.ts";
import { startScript } from "../support/process.ts";
import { responsesIn } from "../support/raw.ts";
import { mutatedRequest, randomOf } from "./raw-mutations.ts";

/** A run of the usual length sends so many; a longer one more. */
const requests = Math.ceil(50_000 * Math.max(1, Number(process.env.CSBS_FUZZ_CASES) / 110_000));
const seed = Number(process.env.CSBS_FUZZ_SEED);
const batchSize = 100;
const connections = 4;
/** Nothing that the mock does with a request takes as long, in milliseconds. */
const patience = 30_000;

describe("raw requests, mutated, end neither the mock's process nor hang", () => {
  test.each([
    ["with examples", []],
    ["with state", ["--scenario", "everyday"]],
  ])("%s", async (_, options) => {
    const mock = startScript("src/cli/main.ts", ["mock", "--port", "0", "--quiet", ...options]);
    try {
      await expect
        .poll(() => mock.output.stdout + mock.output.stderr, { timeout: 60_000 })
        .toMatch(/listens on/);
      const port = Number(/:(\d+);/.exec(mock.output.stdout)?.[1]);
      const random = randomOf(seed + options.length);
      const statuses = new Map<number, number>();
      let sent = 0;
      let responded = 0;
      const work = async () => {
        while (sent < requests) {
          const batch = Array.from({ length: Math.min(batchSize, requests - sent) }, () =>
            mutatedRequest(random),
          );
          sent += batch.length;
          await sendAll(port, batch, (status) => {
            responded += 1;
            statuses.set(status, (statuses.get(status) ?? 0) + 1);
          });
        }
      };
      await Promise.all(Array.from({ length: connections }, work));
      const list = [...statuses]
        .sort(([one], [other]) => one - other)
        .map(([status, count]) => `${status}: ${count}`);
      console.log(`raw requests ${_}: ${sent} sent, ${responded} responses (${list.join(", ")})`);
      expect(mock.child.exitCode).toBeNull();
      // Some bytes are not a request of their own, such as an empty line, or belong to the body before.
      expect(responded).toBeGreaterThan(sent * 0.9);
      expect([...statuses.keys()]).toEqual(
        expect.arrayContaining([200, 400, 401, 403, 404, 405, 406, 413, 415, 417]),
      );
    } finally {
      mock.child.kill("SIGINT");
      const { stderr } = await mock.finished;
      expect(stderr).toBe("");
    }
  });
});

/** Sends requests over one connection after the other: the mock closes one after what it cannot parse. */
async function sendAll(port: number, batch: Buffer[], onStatus: (status: number) => void): Promise<void> {
  for (let rest = batch; rest.length > 0; ) {
    const { received, error } = await exchange(port, Buffer.concat(rest));
    const responses = responsesIn(received);
    const bad = responses.find(({ status, body }) => !(status < 500 || isDocumented(body)));
    if (bad !== undefined || error !== undefined) {
      const context = JSON.stringify(Buffer.concat(rest).toString("latin1")).slice(0, 20_000);
      throw new Error(
        `${error ?? bad?.body} (CSBS_FUZZ_SEED=${seed}) after ${responses.length} responses to ${context}`,
      );
    }
    for (const { status } of responses) onStatus(status);
    rest = rest.slice(Math.max(1, responses.filter(({ status }) => status >= 200).length));
  }
}

/** Some refusals of the service have status 500 by the description, such as that a policy has nothing to back up. */
function isDocumented(body: string): boolean {
  const code = /"error_code":"(CSBS\.\d{4})"/.exec(body)?.[1];
  return errorCatalogue.some((entry) => entry.code === code);
}

function exchange(port: number, bytes: Buffer): Promise<{ received: Buffer; error?: string }> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    const socket = connect({ port, host: "127.0.0.1", allowHalfOpen: true });
    const finish = (error?: string) => {
      clearTimeout(timer);
      socket.destroy();
      resolve({ received: Buffer.concat(chunks), ...(error === undefined ? {} : { error }) });
    };
    const timer = setTimeout(() => finish(`no end after ${patience} ms`), patience);
    socket.on("data", (chunk) => chunks.push(chunk));
    socket.on("error", (reason: NodeJS.ErrnoException) =>
      finish(reason.code === "ECONNREFUSED" ? "the mock has ended" : undefined),
    );
    socket.on("close", () => finish());
    socket.on("end", () => finish());
    socket.end(bytes);
  });
}
