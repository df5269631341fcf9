/**
 * The public entry point `csbs-api/node`: a client by environment and clouds.yaml. Browsers do not
 * load it.
 */
export { type ConnectOptions, connect } from "./config/connect.ts";
