/** What a reader has at hand where a block does not make it itself: the client of the first guide. */
import { createCsbsClient, token } from "../../../src/index.ts";

export const endpoint = "https://csbs.eu-de.otc.t-systems.com";
export const projectId = "0605767e8d80d55d2f69c0189071bcbc";
export const auth = token(process.env.OS_TOKEN);
export const csbs = createCsbsClient({ endpoint, projectId, auth });
