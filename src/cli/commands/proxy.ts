import { writeFileSync } from "node:fs";
import { Command, Option } from "commander";
import { resolveTarget } from "../../config/target.ts";
import type { Exchange } from "../../proxy/exchange.ts";
import { startProxy } from "../../proxy/proxy.ts";
import { Recorder } from "../../proxy/recorder.ts";
import { listRegions } from "../../spec/servers.ts";
import { applyInsecure, readAuthorities } from "../connection/network.ts";
import { chooseProxy } from "../connection/proxy.ts";
import { knownRegions } from "../connection/regions.ts";
import { flagOf } from "../connection/settings.ts";
import type { CommandContext } from "../context.ts";
import { UsageError } from "../exit.ts";
import { interrupted } from "../interrupted.ts";
import { readPort } from "../options/port.ts";
import { reportText } from "../proxy-report.ts";

interface ProxyCommandOptions {
  target?: string;
  region?: string;
  osCloud?: string;
  port: number;
  report?: string;
  record?: string;
  values?: true;
  quiet?: true;
}

const examples = `
Examples:
  csbs proxy --region eu-de                           forwards to Open Telekom Cloud
  csbs proxy --target https://csbs.eu-de.otc.t-systems.com --report report.json

Then, elsewhere, with the credentials of the service:
  export CSBS_ENDPOINT=http://127.0.0.1:4011
  csbs count --by status

Exit codes:
  0    stopped by Ctrl-C
  2    wrong usage; nothing was started
`;

/** The command that forwards calls to the service, and reports how it differs from the description. */
export function proxyCommand({ io, spec }: CommandContext): Command {
  const command = new Command("proxy")
    .summary("Compare the calls of any client with the description")
    .description(
      "Forwards the calls of any client of this machine to the service until Ctrl-C, unchanged, and compares requests and responses with the description afterwards. Prints a line for each call, and a report at the end: where the service differs, and the type of what it sent. A report contains no value, ID or credential.",
    );
  const region = new Option(
    "--region <name>",
    `Region to forward to: ${knownRegions(spec)} (or OS_REGION_NAME)`,
  );
  region.argChoices = listRegions(spec);
  const options = [
    new Option("--target <url>", "Base URL of the service to forward to (or CSBS_ENDPOINT)"),
    region,
    new Option("--os-cloud <name>", "Entry of clouds.yaml with the region or endpoint (or OS_CLOUD)"),
    new Option(
      "--port <number>",
      "Port of 127.0.0.1 to listen on; 4011 when not given, and 0 takes a free one",
    )
      .argParser(readPort)
      .default(4011),
    new Option("--report <file>", "Write the report as JSON to a file too"),
    new Option(
      "--record <file>",
      "Write the calls to a file for csbs mock --replay, with every ID, name and address replaced",
    ),
    new Option("--values", "Put values into the report, which may be private"),
    new Option("-q, --quiet", "Do not print the calls"),
  ];
  for (const option of options) command.addOption(option.helpGroup("Proxy:"));
  command.addHelpText("after", () => examples);
  return command.action(async () => {
    const {
      record: recordFile,
      target,
      region,
      osCloud,
      port,
      report: file,
      values = false,
      quiet,
    } = command.opts<ProxyCommandOptions>();
    const label = (name: string) => (name === "endpoint" ? "--target" : flagOf(name));
    const { endpoint, tls } = await resolveTarget({ endpoint: target, region, cloud: osCloud }, process.env, {
      label,
    });
    applyInsecure(tls, io);
    const ca = await readAuthorities(tls);
    const route = chooseProxy(new URL(endpoint), process.env);
    if (route.use === "proxy")
      io.err(`csbs: warning: this command connects directly, without ${route.variable}\n`);
    // At the end it would be too late to say that the file cannot be written.
    for (const one of [file, recordFile]) if (one !== undefined) write(one, "");
    const recorder = recordFile === undefined ? undefined : new Recorder(spec);
    const record = recorder && ((exchange: Exchange) => recorder.add(exchange));
    const log = quiet === true ? () => {} : (line: string) => io.out(`${line}\n`);
    const proxy = await startProxy({ document: spec, target: endpoint, ca, port, values, log, record });
    io.out(`The proxy listens on ${proxy.url} and forwards to ${endpoint}; Ctrl-C stops it.\n`);
    await interrupted(io.signal);
    await proxy.stop();
    const report = proxy.report();
    if (file !== undefined) write(file, json(report));
    if (recordFile !== undefined && recorder !== undefined) write(recordFile, json(recorder.recording()));
    io.out(reportText(report));
  });
}

function json(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

function write(file: string, text: string): void {
  try {
    writeFileSync(file, text, { mode: 0o600 });
  } catch (error) {
    throw new UsageError(`cannot write to ${file}: ${(error as NodeJS.ErrnoException).code}`);
  }
}
