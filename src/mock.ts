import { readFile } from "node:fs/promises";
import { CsbsConfigError } from "./errors.ts";
import { SpecDocument } from "./mock/document.ts";
import { startFront } from "./mock/front.ts";
import { startPrism } from "./mock/prism.ts";
import type { MockRequest } from "./mock/requests.ts";
import { readScenario, type ScenarioSource } from "./mock/scenario.ts";
import { checkAnswers } from "./mock/step-check.ts";

export type { MockRequest } from "./mock/requests.ts";
export {
  type Fault,
  listScenarios,
  type Scenario,
  type ScenarioName,
  type ScenarioSource,
  type Step,
} from "./mock/scenario.ts";
export { CsbsScenarioError } from "./mock/scenario-error.ts";

/** Options of {@link startMock}. */
export interface MockOptions {
  /** Port to listen on; 0, the default, takes a free one. */
  port?: number;
  /** Address to listen on. Default 127.0.0.1. */
  host?: string;
  /** Takes one line for each request, each reason for refusing one, and each answer. Never holds headers. */
  log?: (line: string) => void;
  /**
   * What to play: the name of a scenario that the package brings (listScenarios has them), a YAML or
   * JSON file, or an object; several are played together. Without, each answer is an example.
   */
  scenario?: ScenarioSource | readonly ScenarioSource[];
}

/** A mock that runs. */
export interface Mock {
  /** Where it listens: the endpoint to give to a client. */
  readonly url: string;
  /** What it was asked, in the order of arrival. */
  readonly requests: readonly MockRequest[];
  /**
   * Moves its time on, by seconds, 0 to 1,000,000,000: what takes time in a scenario goes on by as much.
   *
   * @throws CsbsConfigError for anything else.
   */
  advance(seconds: number): void;
  /** Stops it, cutting open connections. Once more does nothing. */
  stop(): Promise<void>;
}

/** About 30 years: dates beyond have no form on the wire. */
const longestAdvance = 1_000_000_000;

function checkSeconds(seconds: number): number {
  if (typeof seconds === "number" && seconds >= 0 && seconds <= longestAdvance) return seconds;
  throw new CsbsConfigError(`advance takes seconds, a number from 0 to ${longestAdvance}`);
}

const description = new URL("../generated/openapi.json", import.meta.url);

/**
 * Starts Prism in this process on the bundled spec: requests are validated (400 and 401 with the
 * documented bodies), and answers are the spec's examples, chosen by the header
 * `Prefer: code=503, example=faultUnavailable`. A scenario gives it state, delays and faults. Needs
 * Node and the optional peer dependencies @stoplight/prism-core, prism-http and prism-http-server.
 *
 * @throws CsbsConfigError when Prism is not installed, or the port is taken or not allowed.
 * @throws CsbsScenarioError, which is a CsbsConfigError, when the scenario cannot be played.
 */
export async function startMock(options: MockOptions = {}): Promise<Mock> {
  const { port = 0, host = "127.0.0.1", log, scenario: source = {} } = options;
  const scenario = await readScenario(source);
  const root = JSON.parse(await readFile(description, "utf8")) as object;
  const document = new SpecDocument(root);
  checkAnswers(scenario, document);
  // A copy: what Prism does to it is its own affair.
  const prism = await startPrism(structuredClone(root), log);
  try {
    const front = await startFront(prism.url, { port, host, scenario, document, log });
    const { url, requests } = front;
    let stopped: Promise<unknown> | undefined;
    return {
      url,
      requests,
      advance: (seconds) => front.advance(checkSeconds(seconds)),
      stop: async () => {
        stopped ??= Promise.all([front.stop(), prism.stop()]);
        await stopped;
      },
    };
  } catch (error) {
    await prism.stop();
    throw error;
  }
}
