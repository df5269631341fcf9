import { Command } from "commander";
import { kebabCase } from "../../spec/names.ts";
import type { CommandContext } from "../context.ts";
import { callCommand } from "./call.ts";

const examples = `
Examples:
  csbs api list-backups --os-cloud otc --status error   as a table
  csbs api list-policies --region eu-de --all           every one, as JSON lines
  csbs api create-backup --mock --wait --resource-id 9422f270-6fcf-4ba2-9319-a007f2f63a8e
`;

/** Every operation of the API, one command each, under its tag. An operationId is accepted as it is, too. */
export function apiCommand({ io, spec, operations }: CommandContext): Command {
  const command = new Command("api")
    .summary("Call one operation of the API")
    .description("Calls one operation of the API. Options have the API's own names.")
    .usage("OPERATION [options]")
    .helpCommand(false)
    .addHelpText("after", examples);
  for (const { name: tag } of spec.tags) {
    for (const operation of operations.filter((candidate) => candidate.tag === tag)) {
      command.addCommand(
        callCommand(kebabCase(operation.operationId), operation, io)
          .alias(operation.operationId)
          .helpGroup(`${tag}:`),
      );
    }
  }
  return command;
}
