import { type Command, InvalidArgumentError, Option } from "commander";
import { listRegions } from "../../spec/servers.ts";
import { UsageError } from "../exit.ts";
import { allowRepeats } from "../options/repeat.ts";
import { loadSpec, projectParameter } from "../spec.ts";
import { checkValue } from "../values.ts";
import { knownRegions } from "./regions.ts";
import type { VerbosityOptions } from "./traffic.ts";

/** What the options below leave in a command. */
export interface ConnectionOptions extends VerbosityOptions {
  osCloud?: string;
  region?: string;
  endpoint?: string;
  projectId?: string;
  token?: string;
  /** In milliseconds. */
  timeout?: number;
  mock?: true;
}

/** Adds the options that say which service to ask and as whom. Passwords and keys are none: others could see them. */
export function addConnectionOptions(
  command: Command,
  { repeatable = [] }: { repeatable?: readonly string[] } = {},
): Command {
  const spec = loadSpec();
  const project = projectParameter(spec);
  const region = new Option("--region <name>", `Region to ask: ${knownRegions(spec)} (or OS_REGION_NAME)`);
  // For completion; what else is allowed, the form of the name decides.
  region.argChoices = listRegions(spec);
  const options = [
    new Option("--os-cloud <name>", "Entry of clouds.yaml to take everything else from (or OS_CLOUD)"),
    region,
    new Option(
      "--endpoint <url>",
      "Base URL of the service instead, such as https://csbs.eu-de.otc.t-systems.com (or CSBS_ENDPOINT)",
    ),
    new Option(
      "--project-id <id>",
      `ID of the project, 32 hex digits, such as ${project.parameter.example} (or OS_PROJECT_ID)`,
    ).argParser((text) => checkValue(project.operationId, project.parameter, text)),
    new Option(
      "--token <token>",
      "IAM token of the project (or OS_TOKEN, which other users of the machine cannot see)",
    ),
    new Option("--timeout <seconds>", "Give up an attempt after this long; 60 when not given").argParser(
      readSeconds,
    ),
    new Option(
      "--mock",
      "Ask an embedded mock, which has ten backups and a policy and forgets what was done; needs no account",
    ),
  ];
  for (const option of options) {
    refuseEmpty(option);
    if (repeatable.includes(option.long ?? "")) {
      const { parseArg } = option;
      option.description += "; repeatable";
      allowRepeats(option, (text) => (parseArg === undefined ? text : parseArg(text, undefined)));
    }
    command.addOption(option.helpGroup("Connection:"));
  }
  for (const option of [
    new Option("-v, --verbose", "Print each attempt, its result, retries and the times sent"),
    new Option("--debug", "Print requests and responses too, with secrets redacted"),
    new Option("-q, --quiet", "Print the result and errors only"),
  ]) {
    command.addOption(option.helpGroup("Messages:"));
  }
  return command;
}

/** For the end of the help of every command. */
export const connectionHelp = `
Signing in, beside --token, goes by the variables of OpenStack's tools, or by clouds.yaml:
  password     OS_AUTH_URL, OS_USERNAME, OS_USER_DOMAIN_NAME, OS_PASSWORD
  access key   OS_ACCESS_KEY, OS_SECRET_KEY, and OS_SECURITY_TOKEN or OS_SESSION_TOKEN if it is temporary
  clouds.yaml  in ., ~/.config/openstack or /etc/openstack, or named by OS_CLIENT_CONFIG_FILE, with secure.yaml over it; read with --os-cloud or OS_CLOUD only
Options win over variables, and variables over the cloud of OS_CLOUD. With --os-cloud, no variable counts. A project may be given by name, with OS_PROJECT_NAME and OS_AUTH_URL. csbs config shows what is found where.
`;

/**
 * A value that a script has left empty must not count as not typed: then the token or the endpoint
 * of another cloud would be taken in its place.
 *
 * @throws UsageError when parsed.
 */
function refuseEmpty(option: Option): Option {
  if (!option.required) return option;
  const { parseArg } = option;
  return option.argParser<unknown>((text, before) => {
    if (text === "") throw new UsageError(`${option.long} is empty; give it a value or leave it out`);
    return parseArg === undefined ? text : parseArg(text, before);
  });
}

function readSeconds(text: string): number {
  const seconds = Number(text);
  if (text.trim() === "" || !(seconds > 0))
    throw new InvalidArgumentError("it must be a number of seconds above 0");
  return seconds * 1000;
}
