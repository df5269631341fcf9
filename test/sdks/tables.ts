import { join } from "node:path";
import { stringify } from "yaml";
import { root } from "../support/process.ts";
import type { SdkDescription } from "./sdks.ts";
import { steps } from "./steps.ts";

/** What was seen of an SDK. */
export interface Outcome {
  language: string;
  sdk: SdkDescription;
  version: string;
  /** Steps that ended as sdks.yaml says: by themselves, or by the contradiction that it names. */
  asDescribed: ReadonlySet<string>;
}

export const tableFiles = {
  sdks: join(root, "docs/guides/tables/sdks.yaml"),
  steps: join(root, "docs/guides/tables/sdk-steps.yaml"),
  contradictions: join(root, "docs/guides/tables/sdk-contradictions.yaml"),
};

const heading =
  "# Written by `npm run test:sdks -- -u` from what happened. Remarks are in test/sdks/*/sdks.yaml.\n";

const kinds = {
  "sign in with password": "password",
  "sign in with token": "token",
  "sign with access key": "access key",
};

export function sdksTable(outcomes: readonly Outcome[]): string {
  return table(
    outcomes.map(({ language, sdk, version, asDescribed }) => ({
      language,
      SDK: sdk.name,
      version: /\d+\.\d+(\.\d+)+(-0\.\d+-[0-9a-f]+|-\d{14}-[0-9a-f]+)?/.exec(version)?.[0] ?? "unknown",
      signs_in_with: Object.entries(kinds)
        .filter(([step]) => asDescribed.has(step) && sdk.contradictions?.[step] === undefined)
        .map(([, kind]) => kind)
        .join(", "),
      remarks: sdk.remarks.trim(),
    })),
  );
}

export function stepsTable(outcomes: readonly Outcome[]): string {
  return table(
    steps.map(({ name }) => ({
      step: name,
      ...Object.fromEntries(
        outcomes.map((outcome) => [`${outcome.language}: ${outcome.sdk.name}`, result(outcome, name)]),
      ),
    })),
  );
}

export function contradictionsTable(outcomes: readonly Outcome[]): string {
  const rows = outcomes.flatMap(({ sdk, asDescribed }) =>
    Object.entries(sdk.contradictions ?? {})
      .filter(([step]) => asDescribed.has(step))
      .map(([step, { because }]) => ({ SDK: sdk.name, step, contradiction: because })),
  );
  return table(rows);
}

function result({ sdk, asDescribed }: Outcome, step: string): string | boolean {
  if (sdk.absent?.includes(step)) return "–";
  if (!asDescribed.has(step)) return "failed";
  return sdk.contradictions?.[step] === undefined;
}

function table(rows: object[]): string {
  return heading + stringify(rows, { lineWidth: 0 });
}
