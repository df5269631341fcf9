/** Entry for a page in a browser: the test calls the function from outside. */
import * as api from "csbs-api";
import { runSuite } from "../suite.js";

globalThis.runSuite = (addresses) => runSuite(api, addresses);
