/**
 * The public entry point `csbs-api/validators`: checks compiled from the description, for
 * `createCsbsClient({ validate })`. A program that does not import it does not load them.
 */
export { requestValidator, responseValidator, validator } from "./validation/validate.ts";
