import { existsSync, readdirSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { parse } from "yaml";

/** What `client.yaml` in the folder of a client says. The steps are shell commands, run in a copy of the folder. */
export interface ClientDescription {
  language: string;
  generator: string;
  /** The file of generated/ that the generator reads; it lies beside the program. */
  input: "openapi.yaml" | "openapi-3.0.json";
  /** Programs that must be on the machine; the suite installs none of them. */
  needs: string[];
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

export interface Client extends ClientDescription {
  /** Name of the folder. */
  name: string;
  folder: string;
  /** Programs that are not there. */
  missing: string[];
}

/** Every client that there is a folder for. */
export const clients: Client[] = readdirSync(import.meta.dirname, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => join(import.meta.dirname, name))
  .filter((folder) => existsSync(join(folder, "client.yaml")))
  .map(readClient)
  .sort((one, other) => (one.name < other.name ? -1 : 1));

function readClient(folder: string): Client {
  const description = parse(readFileSync(join(folder, "client.yaml"), "utf8")) as ClientDescription;
  const missing = description.needs.filter((program) => !isInstalled(program));
  return { ...description, name: folder.slice(import.meta.dirname.length + 1), folder, missing };
}

function isInstalled(program: string): boolean {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return folders.some((folder) => existsSync(join(folder, program)));
}
