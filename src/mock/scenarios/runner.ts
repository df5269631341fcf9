import type { OutgoingHttpHeaders } from "node:http";
import { MockClock } from "../clock.ts";
import { isClockSkewed } from "../credentials.ts";
import type { Choice, OperationId, SpecDocument } from "../description/document.ts";
import { ExampleService } from "../description/example-service.ts";
import { refusalOf } from "../description/preconditions.ts";
import { choiceOf, PreferError } from "../description/prefer.ts";
import { matchRoute, type Route } from "../description/routes.ts";
import { responseOfFault, retryAfter } from "../faults/faults.ts";
import { GatewayErrors } from "../faults/gateway-errors.ts";
import { limits } from "../http/limits.ts";
import type { HttpRequest } from "../http/request.ts";
import type { HttpResponse } from "../http/response.ts";
import { Iam } from "../iam/iam.ts";
import { printable } from "../printable.ts";
import type { Engine } from "../prism/engine.ts";
import { type Service, StatefulService } from "../state/service.ts";
import type { Scenario, Step } from "./scenario.ts";
import { StepQueue } from "./step-queue.ts";

/** What becomes of a request. */
export interface Result {
  operation?: OperationId;
  step?: Step | undefined;
  /** Undefined if the request never gets a response. */
  response: HttpResponse | undefined;
  /** Why the request is refused; empty if it is not. */
  reasons?: readonly string[];
}

interface Served {
  response: HttpResponse;
  reasons: readonly string[];
}

/**
 * Runs a scenario. Prism validates every request of an operation; a valid one for which no response is
 * chosen by step or Prefer then gets it from the state, or from the examples where the scenario has none.
 */
export class ScenarioRunner {
  readonly #document: SpecDocument;
  readonly #errors: GatewayErrors;
  readonly #engine: Engine;
  readonly #steps: StepQueue;
  readonly #clock: MockClock;
  readonly #service: Service;
  readonly #iam: Iam;

  constructor(scenario: Scenario, document: SpecDocument, engine: Engine) {
    const { state, time, tokens, users } = scenario;
    this.#document = document;
    this.#errors = new GatewayErrors(document);
    this.#engine = engine;
    this.#steps = new StepQueue(scenario);
    this.#clock = new MockClock(time);
    this.#service =
      state === undefined
        ? new ExampleService(document)
        : new StatefulService(state, { document, clock: this.#clock });
    const { regions, projectId } = document;
    this.#iam = new Iam({ users, requestsPerToken: tokens?.requests, regions, projectId });
  }

  advance(seconds: number): void {
    this.#clock.advance(seconds);
  }

  async run(request: HttpRequest): Promise<Result> {
    const ofIam = this.#iam.respond(request);
    if (ofIam !== undefined) return { response: ofIam };
    const route = matchRoute(request.method, request.segments);
    if (!("operation" in route)) return this.#unmatched(request, route.allowed);
    const refusal = refusalOf(request, route, this.#document);
    return refusal === undefined
      ? this.#runOperation(request, route)
      : { operation: route.operation, ...this.#refuse(...refusal) };
  }

  #unmatched({ method }: HttpRequest, allowed: readonly string[]): Result {
    if (allowed.length === 0) return { response: this.#errors.response(404) };
    const allow = allowed.join(", ");
    return this.#refuse(405, `the path has no method ${method}; expected ${allow}`, { allow });
  }

  #refuse(status: number, reason: string, headers?: OutgoingHttpHeaders): Served {
    const safe = printable(reason, limits.reasonLength);
    return { response: this.#errors.response(status, safe, headers), reasons: [safe] };
  }

  async #runOperation(request: HttpRequest, route: Route): Promise<Result> {
    const { operation } = route;
    const step = this.#steps.next(operation);
    const ofFault = step?.fault === undefined ? undefined : responseOfFault(step.fault);
    const { response, reasons } =
      ofFault === undefined ? await this.#serve(request, route, step) : { response: ofFault, reasons: [] };
    if (step?.retryAfter !== undefined) response.headers["retry-after"] = retryAfter(step.retryAfter);
    const isLost = step?.fault?.hang !== undefined;
    return { operation, step, response: isLost ? undefined : response, reasons };
  }

  async #serve(request: HttpRequest, route: Route, step: Step | undefined): Promise<Served> {
    let choice: Choice | undefined;
    try {
      choice = this.#choice(request, route, step);
    } catch (error) {
      if (!(error instanceof PreferError)) throw error;
      return this.#refuse(400, error.message);
    }
    const validated = await this.#engine(request, route, choice);
    const { response, reasons } = validated;
    if (choice !== undefined || response.status >= 300) return validated;
    const served = this.#service.respond(route, request.query, request.json);
    if (served?.body === undefined) return validated;
    const plain = "choice" in served ? await this.#engine(request, route, served.choice) : validated;
    const body = Buffer.from(JSON.stringify(served.body));
    return { response: { ...plain.response, body }, reasons };
  }

  /** What Prism is told to respond with; undefined if the request is to succeed. */
  #choice({ headers }: HttpRequest, { operation, path }: Route, step: Step | undefined): Choice | undefined {
    const skew = step?.fault?.clockSkew;
    if (skew !== undefined && isClockSkewed(headers, skew)) {
      return this.#document.complete(operation, { example: "signatureInvalid" });
    }
    const refusal = this.#iam.refusalOf(headers, path.project_id);
    if (refusal !== undefined) return this.#document.complete(operation, { example: refusal });
    const { status, example } = step ?? {};
    if (status === undefined && example === undefined) {
      return choiceOf(headers.prefer?.toString(), operation, this.#document);
    }
    return this.#document.complete(operation, {
      ...(status === undefined ? {} : { status }),
      ...(example === undefined ? {} : { example }),
    });
  }
}
