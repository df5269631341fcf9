// Generated from openapi/ by `npm run generate`. Do not edit: change openapi/ and run it again.
// Spec: sha256 074046f721706dd9

/** What is wrong with a value, in ajv's terms. */
export interface Problem {
  /** JSON pointer from the root of the value. */
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: { readonly [name: string]: unknown };
}

/** Tells whether a value fits, and leaves what is wrong with it in `errors`. */
export interface Check {
  (value: unknown): boolean;
  readonly errors?: readonly Problem[] | null;
}

/** The words for each pattern. */
export declare const forms: { readonly [pattern: string]: string };

/** The check of a whole scenario. */
export declare const scenarioChecks: { readonly scenario: Check };
