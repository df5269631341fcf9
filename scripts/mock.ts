/** npm run mock: Prism on 127.0.0.1:4010 until Ctrl-C. --port N and --host H, or CSBS_MOCK_PORT and CSBS_MOCK_HOST. */
import { parseArgs } from "node:util";
import { startMock } from "../src/mock.ts";

try {
  const { port, host } = readOptions();
  const mock = await startMock({ port, host, log: console.log });
  console.log(`The mock listens on ${mock.url}; Ctrl-C stops it.`);
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => mock.stop());
} catch (error) {
  console.error(`mock: ${(error as Error).message}`);
  process.exitCode = 1;
}

function readOptions(): { port: number; host: string } {
  const { values } = parseArgs({ options: { port: { type: "string" }, host: { type: "string" } } });
  const text = values.port ?? process.env.CSBS_MOCK_PORT ?? "4010";
  const port = Number(text);
  if (text === "" || !Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Error(`"${text}" is no port; give --port or CSBS_MOCK_PORT a number from 0 to 65535`);
  }
  return { port, host: values.host ?? process.env.CSBS_MOCK_HOST ?? "127.0.0.1" };
}
