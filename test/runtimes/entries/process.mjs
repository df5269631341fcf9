/** Entry for what runs as a process: Node, Bun, Deno. */
import process from "node:process";
import * as api from "csbs-api";
import { runSuite } from "../suite.js";

console.log(JSON.stringify(await runSuite(api, JSON.parse(process.argv[2]))));
