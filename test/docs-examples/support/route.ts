/** Preloaded into the command: requests to the hosts of the guides go to the mock of a test. */
import "./fast-waits.ts";
import { routedFetch } from "./service.ts";

globalThis.fetch = routedFetch(() => String(process.env.SERVICE));
