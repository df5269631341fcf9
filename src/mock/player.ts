import type { Agent } from "node:http";
import { MockClock } from "./clock.ts";
import { outOfTime } from "./credentials.ts";
import type { Choice, OperationId, SpecDocument } from "./document.ts";
import { answerOnTheWay, retryAfter } from "./faults.ts";
import { Iam } from "./iam/iam.ts";
import { type Answer, type Arrived, ask, jsonIn } from "./messages.ts";
import { queryOf, type Route, routeOf } from "./routes.ts";
import type { Scenario, Step } from "./scenario.ts";
import { StatefulService } from "./state/service.ts";
import { Steps } from "./steps.ts";

/** Browsers may read all of IAM's responses, the token in a header included. */
const crossOrigin = { "access-control-allow-origin": "*", "access-control-expose-headers": "*" };

/** What comes of a request: which operation it was, what is answered, and by which step. */
export interface Played {
  operation: OperationId | undefined;
  step: Step | undefined;
  /** Undefined where nothing ever is. */
  answer: Answer | undefined;
}

/**
 * Plays a scenario. Prism judges every request and has the first word; a good one that nothing else
 * was chosen for is then answered from the state, where the scenario has one.
 */
export class Player {
  readonly #document: SpecDocument;
  readonly #prism: { prism: string; agent: Agent };
  readonly #steps: Steps;
  readonly #clock: MockClock;
  readonly #service: StatefulService | undefined;
  readonly #iam: Iam;

  constructor(scenario: Scenario, document: SpecDocument, prism: { prism: string; agent: Agent }) {
    const { state, time, tokens, users } = scenario;
    this.#document = document;
    this.#prism = prism;
    this.#steps = new Steps(scenario);
    this.#clock = new MockClock(time);
    this.#service =
      state === undefined ? undefined : new StatefulService(state, { document, clock: this.#clock });
    const { regions, projectId } = document;
    this.#iam = new Iam({ users, requestsPerToken: tokens?.requests, regions, projectId });
  }

  advance(seconds: number): void {
    this.#clock.advance(seconds);
  }

  async play(arrived: Arrived): Promise<Played> {
    const { method, target } = arrived;
    const iam = this.#iam.respond(arrived);
    if (iam !== undefined)
      return {
        operation: undefined,
        step: undefined,
        answer: { ...iam, headers: { ...iam.headers, ...crossOrigin } },
      };
    const route = routeOf(method, target);
    if (route === undefined) {
      return { operation: undefined, step: undefined, answer: await ask(arrived, this.#prism) };
    }
    const { operation } = route;
    const step = this.#steps.next(operation);
    const answer =
      (step?.fault === undefined ? undefined : answerOnTheWay(step.fault)) ??
      (await this.#judged(arrived, route, step));
    if (step?.retryAfter !== undefined) answer.headers["retry-after"] = retryAfter(step.retryAfter);
    return { operation, step, answer: step?.fault?.hang === undefined ? answer : undefined };
  }

  async #judged(arrived: Arrived, route: Route, step: Step | undefined): Promise<Answer> {
    const choice = this.#choice(arrived, route, step);
    const plain = await ask(arrived, { ...this.#prism, choice });
    const chosen = choice !== undefined || arrived.headers.prefer !== undefined;
    if (chosen || plain.status >= 300 || this.#service === undefined) return plain;
    const served = this.#service.respond(route, queryOf(arrived.target), jsonIn(arrived.body));
    if (served?.body === undefined) return plain;
    const response =
      "choice" in served ? await ask(arrived, { ...this.#prism, choice: served.choice }) : plain;
    return { ...response, body: Buffer.from(JSON.stringify(served.body)) };
  }

  /** What Prism is told to answer; nothing where the request shall succeed. */
  #choice({ headers }: Arrived, { operation, path }: Route, step: Step | undefined): Choice | undefined {
    const skew = step?.fault?.clockSkew;
    if (skew !== undefined && outOfTime(headers, skew)) {
      return this.#document.complete(operation, { example: "signatureInvalid" });
    }
    const refusal = this.#iam.refusalOf(headers, path.project_id);
    if (refusal !== undefined) return this.#document.complete(operation, { example: refusal });
    const { status, example } = step ?? {};
    if (status === undefined && example === undefined) return undefined;
    return this.#document.complete(operation, {
      ...(status === undefined ? {} : { status }),
      ...(example === undefined ? {} : { example }),
    });
  }
}
