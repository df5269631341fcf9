import { type Described, type Needs, readDescriptions } from "../support/programs.ts";

/** What `sdks.yaml` in the folder of a language says. Commands are run by the shell, in a copy of the folder. */
export interface LanguageDescription extends Needs {
  language: string;
  /** Installs every SDK of the folder. */
  install: string;
  sdks: SdkDescription[];
}

export interface SdkDescription {
  /** Name of the SDK, as its users know it. */
  name: string;
  /** Prints the version of the SDK, with whatever around it. */
  version: string;
  compile?: string;
  /** Prints a line of JSON for each step, see steps.ts. */
  run: string;
  /** Steps for which the SDK has nothing. */
  absent?: string[];
  /** Steps in which the SDK contradicts the vendor's pages, by name of the step. */
  contradictions?: { [step: string]: Contradiction };
  /** Whether its signatures leave out the port of the host, which only shows where the port is unusual. */
  signsHostWithoutPort?: boolean;
  /** For the table in the documentation. */
  remarks: string;
}

export interface Contradiction {
  /** Part of the note that the program prints. */
  says: string;
  /** For the table in the documentation. */
  because: string;
  /** The error responses that result, such as `createRestore 400`. */
  errors?: string[];
}

export type Language = Described<LanguageDescription>;

/** Every language that there is a folder for. */
export const languages: Language[] = readDescriptions<LanguageDescription>(import.meta.dirname, "sdks.yaml");
