import type { OperationId } from "../description/document.ts";
import type { Scenario, Step } from "./scenario.ts";

/** The steps of a scenario, one for each request. */
export class StepQueue {
  readonly #own: Map<string, Sequence>;
  readonly #any: Sequence;

  constructor({ operations = {}, any = [] }: Scenario) {
    this.#own = new Map(Object.entries(operations).map(([id, steps]) => [id, new Sequence(steps)]));
    this.#any = new Sequence(any);
  }

  next(operation: OperationId): Step | undefined {
    return this.#own.get(operation)?.next() ?? this.#any.next();
  }
}

class Sequence {
  readonly #steps: readonly Step[];
  #index = 0;
  #used = 0;

  constructor(steps: readonly Step[]) {
    this.#steps = steps;
  }

  next(): Step | undefined {
    const step = this.#steps[this.#index];
    if (step === undefined) return undefined;
    this.#used += 1;
    if (step.times !== "always" && this.#used >= Number(step.times ?? 1)) {
      this.#index += 1;
      this.#used = 0;
    }
    return step;
  }
}
