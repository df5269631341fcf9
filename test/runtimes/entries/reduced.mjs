/**
 * Entry for Node with no more than React Native has: what is newer is deleted before the package is
 * loaded, and fetch gives responses without streams, whose text is all that can be read.
 */
import process from "node:process";

const whole = globalThis.fetch;
globalThis.fetch = async (url, init) => {
  const response = await whole(url, init);
  const { ok, status, headers, type } = response;
  return { ok, status, headers, type, url: response.url, text: () => response.text() };
};
for (const name of ["canParse", "parse", "createObjectURL"]) delete URL[name];
for (const name of ["any", "timeout", "abort"]) delete AbortSignal[name];
for (const name of ["throwIfAborted", "reason"]) delete AbortSignal.prototype[name];
for (const name of ["withResolvers", "try"]) delete Promise[name];
// The fetch of Node itself needs ReadableStream, DOMException, and newer methods of Array and Object.
for (const name of ["isWellFormed", "toWellFormed"]) delete String.prototype[name];
delete Response.json;
const globals = ["structuredClone", "crypto", "TextDecoder", "TextEncoder", "TransformStream"];
for (const name of [...globals, "Blob", "BroadcastChannel"]) {
  Reflect.deleteProperty(globalThis, name);
}

const [api, { runSuite }] = await Promise.all([import("csbs-api"), import("../suite.js")]);
console.log(JSON.stringify(await runSuite(api, JSON.parse(process.argv[2]))));
