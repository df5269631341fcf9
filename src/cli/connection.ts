import { type Command, InvalidArgumentError, Option } from "commander";
import { type CsbsClient, type CsbsClientOptions, createCsbsClient, token } from "../index.ts";
import { projectParameter } from "./operation-command.ts";
import type { OperationSpec, SchemaSpec } from "./spec.ts";
import { checkValue } from "./values.ts";

/** A client to work with, and what ends it. */
export interface Connection {
  client: CsbsClient;
  close(): Promise<void>;
}

interface ConnectionOptions {
  endpoint?: string;
  projectId?: string;
  token?: string;
  timeout?: number;
  mock?: true;
}

/** A mistake in how the command was called: exit code 2. */
export class UsageError extends Error {}

/** The variables that stand in for options. An empty one counts as not set. */
const variables = { endpoint: "CSBS_ENDPOINT", projectId: "OS_PROJECT_ID", token: "OS_TOKEN" } as const;

/** Adds the options that say which service to ask and as whom. */
export function addConnectionOptions(command: Command, operation: OperationSpec): Command {
  const { schema, example } = projectOf(operation);
  const options = [
    new Option(
      "--endpoint <url>",
      `Base URL of the service, such as https://csbs.eu-de.otc.t-systems.com (or ${variables.endpoint})`,
    ),
    new Option(
      "--project-id <id>",
      `ID of the project, 32 hex digits, such as ${example} (or ${variables.projectId})`,
    ).argParser((text) => checkValue(schema, text)),
    new Option(
      "--token <token>",
      `IAM token of the project (or ${variables.token}, which other users of the machine cannot see)`,
    ),
    new Option("--timeout <seconds>", "Give up after this long (default: 60)").argParser(readSeconds),
    new Option("--mock", "Ask an embedded mock that answers with the spec's examples; needs no account"),
  ];
  for (const option of options) command.addOption(option.helpGroup("Connection:"));
  return command;
}

/** @throws UsageError when something needed is missing or contradicts the rest. */
export async function connect(command: Command, operation: OperationSpec): Promise<Connection> {
  const options = command.opts<ConnectionOptions>();
  return options.mock === true ? connectToMock(options, operation) : connectToService(options, operation);
}

function connectToService(options: ConnectionOptions, operation: OperationSpec): Connection {
  const endpoint = needed(options, "endpoint");
  const projectId = needed(options, "projectId");
  const auth = token(needed(options, "token"));
  if (options.projectId === undefined)
    checkVariable(variables.projectId, projectOf(operation).schema, projectId);
  return {
    client: createCsbsClient({ endpoint, projectId, auth, ...timeoutOf(options) }),
    close: async () => {},
  };
}

/** Takes nothing from the environment: what is set there belongs to a real service. */
async function connectToMock(options: ConnectionOptions, operation: OperationSpec): Promise<Connection> {
  if (options.endpoint !== undefined) {
    throw new UsageError("--mock and --endpoint exclude each other; leave one out");
  }
  // Loaded only here: Prism is large, and optional.
  const { startMock } = await import("../mock.ts");
  const mock = await startMock();
  const client = createCsbsClient({
    endpoint: mock.url,
    projectId: options.projectId ?? String(projectOf(operation).example),
    auth: token(options.token ?? "any-token-will-do"),
    ...timeoutOf(options),
  });
  return { client, close: () => mock.stop() };
}

function projectOf(operation: OperationSpec) {
  const project = operation.parameters.find((parameter) => parameter.name === projectParameter);
  if (project === undefined) throw new Error(`${operation.operationId} has no ${projectParameter}`);
  return project;
}

function needed(options: ConnectionOptions, name: keyof typeof variables): string {
  const variable = variables[name];
  const value = options[name] ?? process.env[variable];
  if (value !== undefined && value !== "") return value;
  const option = `--${name.replace("Id", "-id")}`;
  throw new UsageError(
    `no ${option.slice(2)}: give ${option} or set ${variable} (or try --mock, which needs no account)`,
  );
}

function checkVariable(name: string, schema: SchemaSpec, text: string): void {
  try {
    checkValue(schema, text);
  } catch (error) {
    throw new UsageError(`the variable ${name} is "${text}". ${(error as Error).message}`);
  }
}

function readSeconds(text: string): number {
  const seconds = Number(text);
  if (text.trim() === "" || !(seconds > 0))
    throw new InvalidArgumentError("It must be a number of seconds above 0.");
  return seconds * 1000;
}

function timeoutOf({ timeout }: ConnectionOptions): Pick<CsbsClientOptions, "timeout"> {
  return timeout === undefined ? {} : { timeout };
}
