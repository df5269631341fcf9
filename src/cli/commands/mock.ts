import { Command, Option } from "commander";
import type { CommandContext } from "../context.ts";
import { interrupted } from "../interrupted.ts";
import { portOf, readPort } from "../options/port.ts";
import { allowRepeats } from "../options/repeat.ts";
import type { Session } from "../session.ts";

interface MockCommandOptions {
  port?: number;
  host?: string;
  scenario?: string[];
  replay?: string;
  allowedHost?: string[];
  allowedOrigin?: string[];
  list?: true;
  quiet?: true;
}

const examples = `
Examples:
  csbs mock                                       returns the description's examples
  csbs mock --scenario backup                     backs up servers, which takes time
  csbs mock --scenario backup --scenario latency  the same, slowly
  csbs mock --scenario ./mine.yaml --port 0       a scenario of yours, on a free port

Then, elsewhere:
  export CSBS_ENDPOINT=http://127.0.0.1:4010 OS_TOKEN=any
  export OS_PROJECT_ID=b942cc8342734d15bcb246babb1953cf
  csbs count --by status

Exit codes:
  0    stopped by Ctrl-C
  2    wrong usage; nothing was started
`;

/** The command that serves a mock until Ctrl-C. */
export function mockCommand({ io }: CommandContext): Command {
  const command = new Command("mock")
    .summary("Serve a mock of the service until Ctrl-C")
    .description(
      "Serves a mock of the service on this machine until Ctrl-C. Requests are validated; a scenario sets the responses.",
    );
  const options = [
    allowRepeats(
      new Option("--scenario <name>", "Scenario to run: a name that --list prints, or a file; repeatable"),
    ),
    new Option("--replay <file>", "Serve the responses of a file that csbs proxy --record wrote"),
    new Option(
      "--port <number>",
      "Port to listen on; 4010 when not given, and 0 takes a free one (or CSBS_MOCK_PORT)",
    ).argParser(readPort),
    new Option("--host <address>", "Address to listen on; 127.0.0.1 when not given (or CSBS_MOCK_HOST)"),
    allowRepeats(
      new Option(
        "--allowed-host <name>",
        'Name by which it may be reached, besides loopback names and addresses; "*" allows any; repeatable',
      ),
    ),
    allowRepeats(
      new Option(
        "--allowed-origin <origin>",
        'Origin whose pages may read responses, besides those of this machine; "null" allows files, "*" any; repeatable',
      ),
    ),
    new Option("--list", "Print the scenarios that come with csbs, and stop"),
    new Option("--quiet", "Do not print the requests"),
  ];
  for (const option of options) command.addOption(option.helpGroup("Mock:"));
  command.addHelpText("after", () => examples);
  return command.action(() => act(command.opts<MockCommandOptions>(), io));
}

async function act(
  { list, quiet, scenario = [], ...options }: MockCommandOptions,
  io: Session,
): Promise<void> {
  // Loaded only here, because it is large.
  const { listScenarios, startMock } = await import("../../mock.ts");
  if (list === true) {
    const all = listScenarios();
    const width = Math.max(...all.map(({ name }) => name.length));
    for (const [kind, title] of [
      ["state", "State"],
      ["time", "Time, which goes with any state"],
      ["fault", "Faults, which go with any state"],
    ] as const) {
      io.out(`${kind === "state" ? "" : "\n"}${title}:\n`);
      for (const { name, description } of all.filter((one) => one.kind === kind)) {
        io.out(`  ${name.padEnd(width)}  ${description}\n`);
      }
    }
    return;
  }
  const { CSBS_MOCK_PORT, CSBS_MOCK_HOST } = process.env;
  const port = options.port ?? portOf(CSBS_MOCK_PORT || "4010", "the variable CSBS_MOCK_PORT");
  const host = options.host ?? (CSBS_MOCK_HOST || "127.0.0.1");
  const log = quiet === true ? {} : { log: (line: string) => io.out(`${line}\n`) };
  const { allowedHost: allowedHosts = [], allowedOrigin: allowedOrigins = [], replay } = options;
  const mock = await startMock({ port, host, scenario, replay, allowedHosts, allowedOrigins, ...log });
  io.out(`The mock listens on ${mock.url}; Ctrl-C stops it.\n`);
  await interrupted(io.signal);
  await mock.stop();
}
