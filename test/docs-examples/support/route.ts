/** Preloaded into the command: requests to the hosts of the guides go to the service of a test. */
import { routedFetch } from "./service.ts";

globalThis.fetch = routedFetch(String(process.env.SERVICE));
