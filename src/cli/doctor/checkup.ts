import { CsbsError } from "../../index.ts";
import { explain } from "../message.ts";

/** What a check can end with; only `failed` is a problem. */
export const results = ["ok", "warning", "failed", "skipped", "not offered"] as const;
export type Result = (typeof results)[number];

/** A check that has ended. */
export interface Check {
  check: string;
  result: Result;
  milliseconds: number;
  detail: string;
  /** What to do about it. */
  remedy?: string;
}

/** What a check found out; `ok` where no result is given. What it throws is a failure. */
export interface Finding<Value = undefined> {
  result?: Result;
  detail: string;
  remedy?: string | undefined;
  /** For the checks after it. */
  value?: Value;
  /** How long it took, where that is not the time of the check itself. */
  milliseconds?: number;
}

/** Runs checks one after the other and keeps their results. */
export interface Checkup {
  readonly checks: readonly Check[];
  /** Values that no result may show. */
  readonly secrets: Set<string>;
  /**
   * Runs a check, unless one that it needs has failed: then it is skipped, and so is what needs it. Resolves to the
   * value of its finding.
   *
   * @throws the reason of the signal when it aborts; nothing else.
   */
  run<Value = undefined>(
    name: string,
    needs: readonly string[],
    check: () => Finding<Value> | Promise<Finding<Value>>,
  ): Promise<Value | undefined>;
  resultOf(name: string): Result | undefined;
}

/** `show` is called as soon as a check has ended. */
export function startCheckup(show: (check: Check) => void, signal: AbortSignal | undefined): Checkup {
  const checks: Check[] = [];
  const secrets = new Set<string>();
  /** The failed check that keeps another from running, by the name of the other. */
  const causes = new Map<string, string>();
  const hide = (text: string) =>
    [...secrets].reduce((hidden, secret) => hidden.replaceAll(secret, "[redacted]"), text);

  function record(check: string, milliseconds: number, { result = "ok", detail, remedy }: Finding<unknown>) {
    const made: Check = { check, result, milliseconds: Math.round(milliseconds), detail: hide(detail) };
    if (remedy !== undefined) made.remedy = hide(remedy);
    checks.push(made);
    show(made);
  }

  return {
    checks,
    secrets,
    async run<Value>(
      name: string,
      needs: readonly string[],
      check: () => Finding<Value> | Promise<Finding<Value>>,
    ) {
      const cause = needs.map((need) => causes.get(need)).find((found) => found !== undefined);
      if (cause !== undefined) {
        causes.set(name, cause);
        record(name, 0, { result: "skipped", detail: `because ${cause} failed` });
        return undefined;
      }
      const started = performance.now();
      const finding = await settle(check, signal);
      if (finding.result === "failed") causes.set(name, name);
      record(name, finding.milliseconds ?? performance.now() - started, finding);
      return finding.value;
    },
    resultOf: (name) => checks.find(({ check }) => check === name)?.result,
  };
}

async function settle<Value>(
  check: () => Finding<Value> | Promise<Finding<Value>>,
  signal: AbortSignal | undefined,
): Promise<Finding<Value>> {
  signal?.throwIfAborted();
  try {
    return await check();
  } catch (error) {
    signal?.throwIfAborted();
    return failureOf(error);
  }
}

/** What an error says, without the operation: the check has its name. */
export function failureOf(error: unknown): Finding<never> {
  const { message, remedy } = explain(error);
  const subject = error instanceof CsbsError && error.operation !== undefined ? `${error.operation}: ` : "";
  const detail = message.startsWith(subject) ? message.slice(subject.length) : message;
  return { result: "failed", detail, remedy };
}

/** The first check of a server says what to do if something else responds, such as the login page of a network. */
export async function explainSilence(check: () => Promise<Finding>): Promise<Finding> {
  try {
    return await check();
  } catch (error) {
    if (!(error instanceof CsbsError)) throw error;
    const failure = failureOf(error);
    const remedy =
      "Check the address and the proxy. The login page of a network or another server may respond instead.";
    return { ...failure, remedy: failure.remedy ?? remedy };
  }
}

export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
