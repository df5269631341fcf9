/** Entry for workerd, as a test of a worker. The addresses come as a binding. */
import * as api from "csbs-api";
import { runSuite } from "../suite.js";

export default {
  async test(_controller, { addresses }) {
    console.log(JSON.stringify(await runSuite(api, addresses)));
  },
};
