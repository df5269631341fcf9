import { readFile } from "node:fs/promises";
import { SpecDocument } from "./mock/description/document.ts";
import { GatewayErrors } from "./mock/faults/gateway-errors.ts";
import { loadEngine } from "./mock/prism/engine.ts";
import { ReplayPlayer } from "./mock/replay/player.ts";
import { readRecording } from "./mock/replay/recording.ts";
import type { MockRequest } from "./mock/requests.ts";
import { ScenarioRunner } from "./mock/scenarios/runner.ts";
import { readScenario, type ScenarioSource } from "./mock/scenarios/scenario.ts";
import { checkResponses } from "./mock/scenarios/step-check.ts";
import { startServer } from "./mock/server.ts";

export type { MockRequest } from "./mock/requests.ts";
export { CsbsScenarioError } from "./mock/scenarios/error.ts";
export {
  type Fault,
  listScenarios,
  type Scenario,
  type ScenarioName,
  type ScenarioSource,
  type Step,
} from "./mock/scenarios/scenario.ts";

/** Options of {@link startMock}. */
export interface MockOptions {
  /** Port to listen on; 0, the default, takes a free one. */
  port?: number;
  /** Address to listen on. Default 127.0.0.1. */
  host?: string;
  /**
   * Takes one line for each response, with its request, and one for each reason for refusing it. Lines
   * hold no header, and no control character.
   */
  log?: (line: string) => void;
  /**
   * Names besides loopback names and addresses by which the mock may be reached; "*" takes any. Requests
   * with another Host header get 403, so that no web page can reach the mock by DNS rebinding.
   */
  allowedHosts?: readonly string[];
  /**
   * Origins whose pages may read responses, such as "https://app.example", besides the loopback origins of
   * this machine. "null" allows files, and with them any page that puts itself into a sandboxed frame; "*"
   * allows any.
   */
  allowedOrigins?: readonly string[];
  /**
   * What to play: the name of a scenario that the package brings (listScenarios has them), a YAML or
   * JSON file, or an object; several run together. Without one, each response is an example.
   */
  scenario?: ScenarioSource | readonly ScenarioSource[];
  /**
   * A file that `csbs proxy --record` wrote. Each request of an operation gets the recorded response to it, without
   * validation.
   */
  replay?: string | undefined;
}

/** A mock that runs. */
export interface Mock {
  /** Where it listens: the endpoint to give to a client. */
  readonly url: string;
  /**
   * The last 10,000 requests, in the order of arrival; fewer if their bodies have more than 64 MiB, or more
   * than 500,000 values. A body of more than 10,000 values is refused, and not kept.
   */
  readonly requests: readonly MockRequest[];
  /**
   * Moves its time on, by seconds from 0 that lead no further than the year 9999: what takes time in a scenario goes
   * on by as much.
   *
   * @throws CsbsConfigError for anything else.
   */
  advance(seconds: number): void;
  /** Stops it, cutting open connections. Once more does nothing. */
  stop(): Promise<void>;
}

const description = new URL("../generated/openapi.json", import.meta.url);

let reading: Promise<SpecDocument> | undefined;

/** Read with the first mock of the process; the next ones share it. */
function readDocument(): Promise<SpecDocument> {
  reading ??= readFile(description, "utf8").then((text) => new SpecDocument(JSON.parse(text) as object));
  return reading;
}

/**
 * Starts a mock in this process on the bundled spec: requests are validated (400 and 401 with the
 * documented bodies), and responses are the spec's examples, chosen by the header
 * `Prefer: code=503, example=faultUnavailable`. A scenario gives it state, delays and faults. Needs
 * Node. A request holds at most 12 MiB of body, 32 KiB of URL and 64 KiB of headers, and must arrive
 * within 30 seconds.
 *
 * @throws CsbsConfigError if the port is taken or not allowed, or the engine cannot be loaded.
 * @throws CsbsScenarioError, which is a CsbsConfigError, if the scenario cannot be played.
 * @throws CsbsConfigError if the recording cannot be read.
 */
export async function startMock(options: MockOptions = {}): Promise<Mock> {
  const { port = 0, host = "127.0.0.1", log, scenario: source = {} } = options;
  const { allowedHosts = [], allowedOrigins = [] } = options;
  const { replay } = options;
  const [scenario, document, recording] = await Promise.all([
    readScenario(source),
    readDocument(),
    replay === undefined ? undefined : readRecording(replay),
  ]);
  checkResponses(scenario, document);
  const runner = new ScenarioRunner(scenario, document, await loadEngine(document));
  const errors = new GatewayErrors(document);
  const player = recording && new ReplayPlayer(recording, errors);
  const server = await startServer({
    port,
    host,
    allowedHosts,
    allowedOrigins,
    log,
    errors,
    run: async (request) => player?.run(request) ?? runner.run(request),
  });
  let stopped: Promise<void> | undefined;
  return {
    url: server.url,
    requests: server.requests,
    advance: (seconds) => runner.advance(seconds),
    stop: () => {
      stopped ??= server.stop();
      return stopped;
    },
  };
}
