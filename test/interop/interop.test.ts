import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { projectId, secret } from "../support/client.ts";
import { root } from "../support/process.ts";
import { parseLines, splitByTools } from "../support/programs.ts";
import { type Arrived, startRecorder } from "../support/server.ts";
import { openWorkshop, type Workshop } from "../support/workshop.ts";
import { clients } from "./clients.ts";
import {
  type Exchange,
  exampleOf,
  exchangesOf,
  expiredToken,
  pathOf,
  steer,
  unknownBackup,
} from "./exchanges.ts";
import { arrivedAs, type FixtureRead, readAs, readingOf, requestOf, sendable } from "./fixtures.ts";
import { type Row, rowOf, tableFile, tableText } from "./table.ts";

const { run: present, skipped } = splitByTools(clients);
const rows: Row[] = [];

test.skip.each(skipped)("$name: not run, $missing.0 is not installed", ({ missing }) =>
  expect(missing).toEqual([]),
);

describe.each(present)("$name", (client) => {
  const exchanges = exchangesOf(client.wrongFilter);
  let compiles = false;
  let passed = 0;
  let workshop: Workshop;
  let printed: { [exchange: string]: unknown }[] = [];
  let arrived: Arrived[] = [];

  beforeAll(async () => {
    const inputs = [client.input, client.refuses?.input, client.fixtures && "fixtures.json"];
    workshop = await openWorkshop(
      client.folder,
      inputs.filter((file) => file !== undefined).map((file) => join(root, "generated", file)),
    );
  });

  test("installs its tools", async () => {
    expect(client.missing, "programs that are missing").toEqual([]);
    await workshop.run(client.install);
  });

  test("generates", () => workshop.run(client.generate));

  test.runIf(client.refuses)("refuses the other input as its remark says", async () => {
    const { input = "", says = "" } = client.refuses ?? {};
    await expect(workshop.run(client.generate.replaceAll(client.input, input))).rejects.toThrow(says);
  });

  test.runIf(client.compile)("compiles", async () => {
    await workshop.run(client.compile ?? "");
    compiles = true;
  });

  test.runIf(client.run)("runs", async () => {
    const recorder = await startRecorder(inject("mockUrl"), steer);
    const output = await workshop.run(client.run ?? "", environment(recorder.url));
    printed = parseLines(output);
    arrived = recorder.requests;
    expect(printed).toHaveLength(exchanges.length);
    expect(arrived).toHaveLength(exchanges.length);
  });

  describe.runIf(client.run)("talks to the mock", () => {
    test.each(exchanges.map((exchange, index) => ({ ...exchange, index })))(
      "$name: sends what it must",
      ({ index, ...exchange }) => {
        expectRequest(arrived[index], exchange);
        passed += 1;
      },
    );

    test.each(exchanges.map((exchange, index) => ({ ...exchange, index })))(
      "$name: reads what was responded",
      ({ name, index, printed: expected }) => {
        expect(printed[index]).toEqual({ exchange: name, ...expected });
        passed += 1;
      },
    );
  });

  test.runIf(client.fixtures)("sends and reads the fixtures", async () => {
    const recorder = await startRecorder(inject("mockUrl"));
    const read: FixtureRead[] = parseLines(
      await workshop.run(client.fixtures ?? "", environment(recorder.url)),
    );
    expect(recorder.requests.map(arrivedAs)).toEqual(sendable.map(requestOf));
    expect(read.map(readAs)).toEqual(sendable.map(readingOf));
  });

  afterAll(async () => {
    try {
      const version = await workshop.run(client.version);
      rows.push(rowOf(client, version, { compiles, runs: passed === 2 * exchanges.length }));
    } finally {
      await workshop.close();
    }
  });
});

/** `npm run test:interop -- -u` writes the table anew. */
test.runIf(present.length === clients.length)(
  "the table in the documentation says what happened",
  async () => {
    await expect(tableText(rows)).toMatchFileSnapshot(tableFile);
  },
);

function environment(url: string): Record<string, string> {
  return {
    CSBS_ENDPOINT: url,
    OS_PROJECT_ID: projectId,
    OS_TOKEN: secret,
    CSBS_EXPIRED_TOKEN: expiredToken,
    CSBS_SERVER_ID: exampleOf("createBackup", "resource_id"),
    CSBS_BACKUP_ID: exampleOf("getBackup", "checkpoint_item_id"),
    CSBS_UNKNOWN_BACKUP_ID: unknownBackup,
  };
}

function expectRequest(request: Arrived | undefined, exchange: Exchange): void {
  const url = new URL(request?.target ?? "", "http://mock");
  expect({
    method: request?.method,
    path: url.pathname,
    query: [...url.searchParams].sort(),
    token: request?.headers["x-auth-token"],
    signature: request?.headers.authorization,
    body: request?.body === "" ? undefined : JSON.parse(request?.body ?? ""),
  }).toEqual({
    method: exchange.body === undefined ? "GET" : "POST",
    path: pathOf(exchange),
    query: [...(exchange.query ?? [])].sort(),
    token: exchange.token ?? secret,
    signature: undefined,
    body: exchange.body,
  });
  if (exchange.body !== undefined) {
    expect(request?.headers["content-type"]).toMatch(/^application\/json\b/);
  }
}
