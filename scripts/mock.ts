/**
 * npm run mock: the mock on 127.0.0.1:4010 until Ctrl-C. --port N and --host H, or CSBS_MOCK_PORT and
 * CSBS_MOCK_HOST; --scenario S, as often as wanted, for a name or a file.
 */
import { parseArgs } from "node:util";
import { startMock } from "../src/mock.ts";

try {
  const mock = await startMock({ ...readOptions(), log: console.log });
  console.log(`The mock listens on ${mock.url}; Ctrl-C stops it.`);
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => mock.stop());
} catch (error) {
  console.error(`mock: ${(error as Error).message}`);
  process.exitCode = 1;
}

function readOptions(): { port: number; host: string; scenario: string[] } {
  const { values } = parseArgs({
    options: {
      port: { type: "string" },
      host: { type: "string" },
      scenario: { type: "string", multiple: true, default: [] },
    },
  });
  const text = values.port ?? process.env.CSBS_MOCK_PORT ?? "4010";
  const port = Number(text);
  if (text === "" || !Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Error(`"${text}" is no port; give --port or CSBS_MOCK_PORT a number from 0 to 65535`);
  }
  const host = values.host ?? process.env.CSBS_MOCK_HOST ?? "127.0.0.1";
  return { port, host, scenario: values.scenario };
}
