import { type Command, Option } from "commander";
import { CsbsApiError, type CsbsClient } from "../../index.ts";
import { kebabCase } from "../../spec/names.ts";
import { readBody } from "../body.ts";
import { withClient } from "../connection/client.ts";
import { addConnectionOptions, connectionHelp } from "../connection/options.ts";
import { exitCodesHelp } from "../exit.ts";
import { describeKnown, identify, isId } from "../lookup/identify.ts";
import { messageOf } from "../message.ts";
import { printItems, printResponse } from "../output/print.ts";
import { allItems } from "../pages.ts";
import type { Session } from "../session.ts";
import type { BodySpec, OperationSpec } from "../spec.ts";
import { callAndWait, waitHelp } from "../wait/after-call.ts";
import { flagOf, givenParameters, noteTimes, operationCommand } from "./operation.ts";

interface CallOptions {
  body?: string;
  all?: true;
  wait?: true;
  output?: "text" | "json";
}

type Call = (parameters: Record<string, unknown>, options: object) => Promise<unknown>;

/** The command of an operation: makes one call, or as many as --all and --wait need, and prints what comes. */
export function callCommand(name: string, operation: OperationSpec, io: Session): Command {
  const { body } = operation;
  const command = operationCommand(name, operation);
  if (body !== undefined) command.addOption(bodyOption(body));
  for (const option of outputOptions(operation)) command.addOption(option.helpGroup("Output:"));
  addConnectionOptions(command);
  command.addHelpText("after", () => `${exampleOf(operation)}${connectionHelp}${exitCodesHelp}`);
  return command.action(() => act(operation, command, io));
}

function bodyOption({ minimal }: BodySpec): Option {
  const otherwise = minimal === undefined ? "" : `; ${JSON.stringify(minimal)} when not given`;
  return new Option(
    "--body <json>",
    `The body: @ and a file, - for standard input, or JSON itself${otherwise}`,
  )
    .helpGroup(minimal === undefined ? "Required:" : "Optional:")
    .makeOptionMandatory(minimal === undefined);
}

function outputOptions({ operationId, pages }: OperationSpec): Option[] {
  const until = waitHelp(operationId);
  return [
    ...(pages === undefined
      ? []
      : [
          new Option(
            "--all",
            "Ask for all pages and print each item as a line of JSON, or with -o text a table",
          ),
        ]),
    ...(until === undefined ? [] : [new Option("--wait", `Wait ${until}; what goes on shows on stderr`)]),
    new Option(
      "-o, --output <form>",
      "What to print: text for people, the default, or json for programs, with all fields",
    ).choices(["text", "json"]),
  ];
}

async function act(operation: OperationSpec, command: Command, io: Session): Promise<void> {
  const options = command.opts<CallOptions>();
  const { operationId, body } = operation;
  const parameters = {
    ...givenParameters(operation, command.opts()),
    ...(body === undefined
      ? {}
      : { body: options.body === undefined ? body.minimal : await readBody(operationId, options.body, io) }),
  };
  noteTimes(operation, parameters, command.opts(), io);
  await withClient(command.opts(), io, async ({ client, interval }) => {
    if (options.all === true) {
      await printItems(allItems(client, operation, parameters, io.signal), options.output ?? "json", io);
      return;
    }
    const call = () =>
      explainMissing(client, operation, parameters, io, () =>
        methodOf(client, operationId)(parameters, { signal: io.signal }),
      );
    const response =
      options.wait === true
        ? await callAndWait(operationId, { client, parameters, io, interval }, call)
        : await call();
    printResponse(response, options.output ?? "text", io);
  });
}

/** A 404 for an ID of the wrong kind says what the ID is. */
async function explainMissing<T>(
  client: CsbsClient,
  { parameters: known }: OperationSpec,
  given: Record<string, unknown>,
  { signal }: Session,
  call: () => Promise<T>,
): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (!(error instanceof CsbsApiError) || error.status !== 404) throw error;
    const ids = known.filter((parameter) => parameter.in === "path").map(({ name }) => String(given[name]));
    for (const id of ids.filter(isId)) {
      const found = await identify(client, id, signal).catch(() => undefined);
      if (found === undefined) continue;
      throw new Error(`${messageOf(error)} ${id} is ${describeKnown(found)}.`, { cause: error });
    }
    throw error;
  }
}

function methodOf(client: CsbsClient, operationId: string): Call {
  return client[operationId as keyof CsbsClient] as Call;
}

const widestExample = 96;

function exampleOf({ operationId, parameters, body }: OperationSpec): string {
  const required = parameters
    .filter((parameter) => parameter.in === "path")
    .map((parameter) => `${flagOf(parameter)} ${String(parameter.example)}`);
  const start = ["csbs api", kebabCase(operationId), ...required].join(" ");
  const example = body?.examples.find(({ value }) => JSON.stringify(value) !== JSON.stringify(body.minimal));
  if (example === undefined) return `\nExample:\n  ${start}\n`;
  const alone = body?.minimal === undefined ? "" : `  ${start}\n`;
  const inline = `--body '${JSON.stringify(example.value)}'`;
  if (start.length + inline.length < widestExample && !inline.slice(1, -1).includes("'", 8)) {
    return `\nExample:\n${alone}  ${start} ${inline}\n`;
  }
  const file = JSON.stringify(example.value, null, 2).replaceAll("\n", "\n  ");
  return `\nExample:\n${alone}  ${start} --body @body.json\n\nbody.json can be (${example.summary}):\n  ${file}\n`;
}
