/** A process of its own, so that its heap is not the client's: the description's examples, and failure now and then. */
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Document } from "../../src/spec/document.ts";
import { type FoundOperation, listOperations } from "../../src/spec/operations.ts";
import { responsesOf } from "../generate/examples.ts";

const file = new URL("../../generated/openapi.json", import.meta.url);
const document = JSON.parse(readFileSync(file, "utf8")) as Document;

const routes = listOperations(document)
  .map((found) => ({
    method: found.method.toUpperCase(),
    path: new RegExp(`^${found.path.replace(/\{\w+\}/g, "[^/]+")}$`),
    templates: found.path.split("{").length,
    response: goodResponse(found),
  }))
  .sort((one, other) => one.templates - other.templates);

let asked = 0;
const server = createServer((request, response) => {
  request.resume();
  const send = (status: number, body: string, headers = {}) =>
    response.writeHead(status, { "Content-Type": "application/json", ...headers }).end(body);
  const path = request.url?.split("?")[0] ?? "";
  if (path === "/bare" || path.endsWith("/checkpoint_items/count")) return send(200, '{"count":10}');
  if (path === "/v3/auth/tokens") {
    const expires_at = new Date(Date.now() + 2000).toISOString();
    return send(201, JSON.stringify({ token: { expires_at } }), { "X-Subject-Token": "token" });
  }
  asked++;
  if (asked % 101 === 0) return request.socket.destroy();
  if (asked % 53 === 0) return send(429, "{}", { "Retry-After": "0" });
  if (asked % 59 === 0) return send(502, "<html>Bad Gateway</html>", { "Content-Type": "text/html" });
  if (asked % 61 === 0) return send(401, '{"error_code":"APIGW.0301","error_msg":"expired"}');
  if (asked % 67 === 0) return send(200, '{"cut');
  if (asked % 997 === 0) return undefined;
  const route = routes.find((candidate) => candidate.method === request.method && candidate.path.test(path));
  return send(route?.response.status ?? 404, route?.response.body ?? "{}");
});
server.keepAliveTimeout = 60_000;
server.listen(0, "127.0.0.1", () => process.send?.((server.address() as AddressInfo).port));
process.once("disconnect", () => process.exit());

function goodResponse(found: FoundOperation): { status: number; body: string } {
  const good = responsesOf(document, found).find(({ status }) => status < 300);
  return { status: good?.status ?? 204, body: good?.body === undefined ? "" : JSON.stringify(good.body) };
}
