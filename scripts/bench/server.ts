/** A process of its own, so that its work is not the clients': responses every request with one count. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

const body = '{"count":10}';
const server = createServer((_, response) => {
  response.writeHead(200, { "Content-Type": "application/json", "Content-Length": body.length }).end(body);
});
server.keepAliveTimeout = 60_000;
server.listen(0, "127.0.0.1", () => process.send?.((server.address() as AddressInfo).port));
process.once("disconnect", () => process.exit());
