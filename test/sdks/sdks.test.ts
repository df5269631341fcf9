import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Mock, type MockRequest, startMock } from "../../src/mock.ts";
import { startProxy } from "../../src/proxy/proxy.ts";
import { parseLines, splitByTools } from "../support/programs.ts";
import { type Arrived, startRecorder, startServer } from "../support/server.ts";
import { document } from "../support/spec.ts";
import { openWorkshop, type Workshop } from "../support/workshop.ts";
import { environment, scenarioFile, secretKey } from "./environment.ts";
import { languages } from "./sdks.ts";
import { signatures, signed } from "./signatures.ts";
import { steps } from "./steps.ts";
import { contradictionsTable, type Outcome, sdksTable, stepsTable, tableFiles } from "./tables.ts";

/** A line that a program prints. */
interface Printed {
  step: string;
  ok: boolean;
  note?: string;
}

const { run: present, skipped } = splitByTools(languages);
const outcomes: Outcome[] = [];

test.skip.each(skipped)("$name: not run, $missing.0 is not installed", ({ missing }) =>
  expect(missing).toEqual([]),
);

describe.each(present)("$name", ({ language, folder, missing, install, sdks }) => {
  let workshop: Workshop;

  beforeAll(async () => {
    workshop = await openWorkshop(folder);
  });

  test("installs", async () => {
    expect(missing, "commands that are missing").toEqual([]);
    await workshop.run(install);
  });

  describe.each(sdks)("$name", (sdk) => {
    const { absent = [], contradictions = {} } = sdk;
    const expected = steps.filter(({ name }) => !absent.includes(name));
    const working = expected.filter(({ name }) => contradictions[name] === undefined);
    const asDescribed = new Set<string>();
    let mock: Mock;
    let printed: Printed[] = [];
    let arrived: Arrived[] = [];

    beforeAll(async () => {
      mock = await startMock({ scenario: scenarioFile });
    });

    test("is described by known steps", () => {
      const names = steps.map(({ name }) => name);
      expect(names).toEqual(expect.arrayContaining([...absent, ...Object.keys(contradictions)]));
    });

    test.runIf(sdk.compile)("compiles", () => workshop.run(sdk.compile ?? ""));

    test("runs every step once, in order", async () => {
      const recorder = await startRecorder(mock.url);
      const output = await workshop.run(sdk.run, await environment(recorder.url));
      printed = parseLines(output);
      arrived = recorder.requests;
      expect(printed.map(({ step }) => step)).toEqual(expected.map(({ name }) => name));
    });

    test("gets the same results through csbs proxy", async () => {
      const direct = await startMock({ scenario: scenarioFile });
      const proxy = await startProxy({
        document,
        target: direct.url,
        port: 0,
        values: false,
        log: () => {},
      });
      const iam = await startIam(direct.url, proxy.url);
      const output = await workshop.run(sdk.run, await environment(iam));
      await proxy.stop();
      const through = direct.requests.filter(({ operation }) => operation !== undefined);
      await direct.stop();
      expect(parseLines<Printed>(output).map(outcome)).toEqual(printed.map(outcome));
      expect(through.map(label)).toEqual(
        mock.requests.filter(({ operation }) => operation !== undefined).map(label),
      );
      const { operations, calls } = proxy.report();
      expect(operations).toEqual(countBy(through.map(label)));
      expect(calls).toMatchObject({ inspected: calls.total, failed: 0 });
    });

    test.each(expected)("$name", ({ name }) => {
      const { ok, note = "" } = printed.find(({ step }) => step === name) ?? { ok: false, note: "not run" };
      const contradiction = contradictions[name];
      expect(ok, note).toBe(contradiction === undefined);
      expect(note).toContain(contradiction?.says ?? "");
      asDescribed.add(name);
    });

    test("reaches every operation of its steps", () => {
      const reached = new Set(mock.requests.map(label));
      expect([...reached]).toEqual(expect.arrayContaining(working.flatMap(({ reaches }) => reaches)));
    });

    test("gets the errors that its steps provoke, and no others", () => {
      const refused = mock.requests.filter(({ status = 500 }) => status >= 400);
      const provoked = [...working, ...Object.values(contradictions)].flatMap(({ errors = [] }) => errors);
      expect(unique(refused.map((request) => `${label(request)} ${request.status}`))).toEqual(
        unique(provoked),
      );
    });

    test.runIf(working.some(({ name }) => name === "sign with access key"))(
      "signs as this package does",
      async () => {
        const requests = signed(arrived);
        expect(requests).not.toEqual([]);
        for (const request of sdk.signsHostWithoutPort ? requests.map(withoutPort) : requests) {
          const { ours, theirs } = await signatures(request, secretKey);
          expect(theirs, `${request.method} ${request.target}`).toBe(ours);
        }
      },
    );

    afterAll(async () => {
      await mock.stop();
      outcomes.push({ language, sdk, version: await workshop.run(sdk.version), asDescribed });
    });
  });

  afterAll(() => workshop.close());
});

/** `npm run test:sdks -- -u` writes the tables anew. */
describe.runIf(skipped.length === 0)("the tables in the documentation", () => {
  test("say which SDKs were tried", async () => {
    await expect(sdksTable(outcomes)).toMatchFileSnapshot(tableFiles.sdks);
  });

  test("say what happened in each step", async () => {
    await expect(stepsTable(outcomes)).toMatchFileSnapshot(tableFiles.steps);
  });

  test("say where the SDKs contradict the vendor's pages", async () => {
    await expect(contradictionsTable(outcomes)).toMatchFileSnapshot(tableFiles.contradictions);
  });
});

/** What a request was: an operation, or method and path of one to IAM. */
function label({ operation, method, target }: MockRequest): string {
  return operation ?? `${method} ${new URL(target, "http://mock").pathname}`;
}

/**
 * IAM of a mock, whose catalog has the proxy as the endpoint of the service. Calls of SDKs that derive the service from
 * the address of IAM go to the proxy too.
 */
function startIam(mock: string, proxy: string): Promise<string> {
  return startServer(async (incoming, outgoing) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const { method = "", url = "", headers } = incoming;
    const sent = Object.entries(headers).filter(([name]) =>
      /^(x-|content-type|accept|authorization)/.test(name),
    );
    const response = await fetch((url.startsWith("/v1") ? proxy : mock) + url, {
      method,
      headers: Object.fromEntries(sent) as Record<string, string>,
      ...(chunks.length === 0 ? {} : { body: Buffer.concat(chunks).toString() }),
    });
    const own = `http://${headers.host}`;
    const body = (await response.text()).replaceAll(`${mock}/v1`, `${proxy}/v1`).replaceAll(mock, own);
    const returned = [...response.headers].filter(([name]) => /^(x-|content-type)/.test(name));
    outgoing.writeHead(response.status, Object.fromEntries(returned)).end(body);
  });
}

/** Notes may name the address of the service. */
function outcome({ step, ok }: Printed): { step: string; ok: boolean } {
  return { step, ok };
}

function countBy(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

function withoutPort({ headers, ...request }: Arrived): Arrived {
  return { ...request, headers: { ...headers, host: String(headers.host).replace(/:\d+$/, "") } };
}

function unique(values: string[]): string[] {
  return [...new Set(values)].sort();
}
