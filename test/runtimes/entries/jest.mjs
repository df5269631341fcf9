/** Entry for Jest: a test file, bundled to CommonJS, that hands its results to the file that it is told. */
import { writeFileSync } from "node:fs";
import * as api from "csbs-api";
import { runSuite } from "../suite.js";

const { addresses, file } = JSON.parse(process.env.CSBS_SUITE);

test("the suite", async () => {
  writeFileSync(file, JSON.stringify(await runSuite(api, addresses)));
}, 60_000);
