import { type Described, type Needs, readDescriptions } from "../support/programs.ts";

/** What `client.yaml` in the folder of a client says. The steps are shell commands, run in a copy of the folder. */
export interface ClientDescription extends Needs {
  language: string;
  generator: string;
  /** The file of generated/ that the generator reads; it lies beside the program. */
  input: "openapi.yaml" | "openapi-3.0.json";
  install: string;
  /** Prints the generator's version, with whatever around it. */
  version: string;
  generate: string;
  /** Left out where no compiler of the language is to be had. */
  compile?: string;
  /** Prints a line of JSON for each exchange, see exchanges.ts. Left out where the client can only be generated. */
  run?: string;
  /** Sends every request of generated/fixtures.json that a typed client can, and prints a line of JSON for each. */
  fixtures?: string;
  /** Where a wrong request has to be another, because the client's types or checks let no wrong time through. */
  wrongFilter?: [name: string, value: string];
  /** The other input, where the generator refuses it, and what it then says. */
  refuses?: { input: "openapi.yaml" | "openapi-3.0.json"; says: string };
  /** For the table in the documentation. */
  remarks: string;
}

export type Client = Described<ClientDescription>;

/** Every client that there is a folder for. */
export const clients: Client[] = readDescriptions<ClientDescription>(import.meta.dirname, "client.yaml");
