/** A process of its own, as users have it: csbs proxy before a service. */
import { readFileSync } from "node:fs";
import { startProxy } from "../../src/proxy/proxy.ts";
import type { Document } from "../../src/spec/document.ts";

const file = new URL("../../generated/openapi.json", import.meta.url);
const document = JSON.parse(readFileSync(file, "utf8")) as Document;
const [target = ""] = process.argv.slice(2);
const proxy = await startProxy({ document, target, port: 0, values: false, log: () => {} });
process.send?.(proxy.url);
process.once("disconnect", () => process.exit());
