import { count, failed, gone, head, inTurn, keeps, type Play, resets, response, sends } from "../wire.ts";

const retryAfter = (value: string) => ({ "Retry-After": value });
const backup = (id: string, status: string) => ({
  id,
  status,
  checkpoint_id: id,
  resource_id: id,
  name: "n",
});
const one = (status: string) => response(200, JSON.stringify({ checkpoint_item: backup("b-1", status) }));
const page = (ids: string[], more: object = {}) =>
  response(200, JSON.stringify({ checkpoint_items: ids.map((id) => backup(id, "available")), ...more }));
const found = (from: number, to: number, total: number | null) =>
  response(
    200,
    JSON.stringify({
      resources: Array.from({ length: Math.max(0, to - from) }, (_, index) => ({
        resource_id: `r-${from + index}`,
      })),
      ...(total === null ? {} : { total_count: total }),
    }),
  );
const offsetOf = (body: string) => Number(JSON.parse(body).offset ?? 0);

/** Redirects, none of which may be followed. */
export const redirects: Record<string, Play> = Object.fromEntries(
  [301, 302, 303, 307, 308].map((status): [string, Play] => [
    `redirect-${status}`,
    ({ socket, base }) => void socket.end(response(status, "", { Location: `${base}/followed` })),
  ]),
);
redirects["redirect-without-location"] = sends(response(302, ""));
redirects["redirect-to-file"] = sends(response(302, "", { Location: "file:///etc/passwd" }));
redirects["status-300"] = sends(response(300, "{}"));
redirects["status-304"] = sends(head(304, { Connection: "close" }));

/** Statuses, and what Retry-After makes of them. */
export const statuses: Record<string, Play> = {
  "503-twice": inTurn(sends(response(503, failed)), sends(response(503, failed)), sends(response(200))),
  "503-always": sends(response(503, failed)),
  "500-on-post": sends(response(500, failed)),
  "503-on-post": sends(response(503, failed)),
  "503-on-post-retry-after": inTurn(
    sends(response(503, failed, retryAfter("0"))),
    sends(response(200, '{"checkpoint":{"id":"c"}}')),
  ),
  "503-on-post-retry-soon": sends(response(503, failed, retryAfter("soon"))),
  "503-on-post-retry-negative": sends(response(503, failed, retryAfter("-1"))),
  "429-retry-after": inTurn(sends(response(429, failed, retryAfter("0"))), sends(response(200))),
  "429-retry-after-a-year": sends(response(429, failed, retryAfter("31536000"))),
  "429-retry-after-overflow": sends(response(429, failed, retryAfter("9".repeat(400)))),
  "429-retry-after-past": inTurn(
    sends(response(429, failed, retryAfter("Thu, 01 Jan 1970 00:00:00 GMT"))),
    sends(response(200)),
  ),
  "401-without-renewal": sends(response(401, failed)),
  "403-html": sends(response(403, "<html>", { "Content-Type": "text/html" })),
  "407-proxy": sends(response(407, "")),
  "502-html": sends(response(502, "<html>")),
  "reset-on-post": resets(),
  "reset-on-get": inTurn(resets(), sends(response(200))),
  "reset-then-storm": inTurn(resets(), sends(response(503, failed)), sends(response(200))),
};

/** IAM, for clients that sign in by password. */
const token = response(201, JSON.stringify({ token: { expires_at: "2999-01-01T00:00:00Z" } }), {
  "X-Subject-Token": "t",
});
export const iam: Record<string, Play> = {
  "iam-silent": () => {},
  "iam-reset": resets(),
  "iam-401": sends(response(401, '{"error":{"code":401,"title":"Unauthorized","message":"wrong"}}')),
  "iam-503-then-token": inTurn(sends(response(503, "")), sends(token)),
  "iam-redirect": ({ socket, base }) => void socket.end(response(307, "", { Location: `${base}/followed` })),
  "iam-echo-reason": ({ socket, body }) =>
    void socket.end(head(400, { "Content-Length": "0" }, passwordIn(body))),
  "iam-echo-id": ({ socket, body }) =>
    void socket.end(response(400, "{}", { "X-Request-Id": passwordIn(body) })),
  "iam-echo-url": ({ socket, body }) => void socket.end(response(400, encodeURIComponent(passwordIn(body)))),
  "iam-echo-base64": ({ socket, body }) =>
    void socket.end(
      response(
        400,
        JSON.stringify({
          error: { title: btoa(passwordIn(body)), message: passwordIn(body), code: passwordIn(body) },
        }),
      ),
    ),
  "iam-echo-garbage": ({ socket, body }) =>
    void socket.end(`HTTP/1.1 200 OK\r\nbad ${passwordIn(body)}\r\n\r\n`),
  "iam-echo-chunk": ({ socket, body }) =>
    void socket.end(`${head(401, { "Transfer-Encoding": "chunked" })}zz${passwordIn(body)}\r\n`),
  "iam-gzip-is-text": sends(
    head(201, { "X-Subject-Token": "t", "Content-Encoding": "gzip", Connection: "close" }),
    "{}",
  ),
  "iam-gzip-then-token": inTurn(
    sends(head(201, { "X-Subject-Token": "t", "Content-Encoding": "gzip", Connection: "close" }), "{}"),
    sends(token),
  ),
  "iam-silent-then-token": inTurn(() => {}, sends(token)),
  "iam-no-token": sends(response(201, "{}")),
  "iam-expires-nonsense": sends(response(201, '{"token":{"expires_at":{}}}', { "X-Subject-Token": "t" })),
  "iam-200-html": sends(response(200, "<html>")),
  "iam-error-50-mb": sends(response(400, Buffer.alloc(50 * 1024 * 1024, "\\"))),
};

function passwordIn(body: string): string {
  return JSON.parse(body).auth.identity.password.user.password;
}

/** Lists. */
export const pages: Record<string, Play> = {
  "pages-three": inTurn(sends(page(["a", "b"])), sends(page(["c"])), sends(page([]))),
  "pages-same-again": sends(page(["a", "b"])),
  "pages-circle": inTurn(...Array.from({ length: 40 }, (_, index) => sends(page([index % 2 ? "a" : "b"])))),
  "pages-null": sends(response(200, '{"checkpoint_items":null}')),
  "pages-object": sends(response(200, '{"checkpoint_items":{}}')),
  "pages-without-id": sends(response(200, '{"checkpoint_items":[{}]}')),
  "pages-second-breaks": inTurn(sends(page(["a"])), sends(head(200, { "Content-Length": "99" }), "{")),
  "tags-250-by-100": ({ socket, body }) => {
    const from = offsetOf(body);
    socket.end(found(from, Math.min(from + 100, 250), 250));
  },
  "tags-circle": ({ socket, nth }) => void socket.end(found(nth % 2 ? 0 : 2, nth % 2 ? 2 : 4, 1_000_000)),
  "tags-end-early": ({ socket, body }) =>
    void socket.end(offsetOf(body) === 0 ? found(0, 100, 250) : found(0, 0, 250)),
  "tags-without-total": sends(found(0, 2, null)),
  "tags-total-text": sends(response(200, '{"resources":[],"total_count":"none"}')),
};

/** Waits. */
export const waits: Record<string, Play> = {
  "wait-three-polls": inTurn(sends(one("protecting")), sends(one("protecting")), sends(one("available"))),
  "wait-through-503": inTurn(sends(one("protecting")), sends(response(503, failed)), sends(one("available"))),
  "wait-through-reset": inTurn(sends(one("protecting")), resets(), sends(one("available"))),
  "wait-through-gzip": inTurn(
    sends(head(200, { "Content-Encoding": "gzip", Connection: "close" }), count),
    sends(one("available")),
  ),
  "wait-null": sends(response(200, '{"checkpoint_item":null}')),
  "wait-without-status": sends(response(200, '{"checkpoint_item":{"id":"b-1"}}')),
  "wait-odd-progress": sends(
    response(
      200,
      '{"checkpoint_item":{"id":"b-1","status":"error","extend_info":{"progress":{"toString":1},"fail_reason":{"toString":1}}}}',
    ),
  ),
  "wait-silent": () => {},
  "wait-unknown-state": sends(one("thinking")),
  "deletion-404": sends(response(404, gone)),
  "deletion-404-html": sends(response(404, "<html>", { "Content-Type": "text/html" })),
  "deletion-404-empty": sends(response(404, "")),
  "deletion-404-gateway": sends(
    response(404, '{"error_code":"APIGW.0101","error_msg":"The API does not exist."}'),
  ),
};

/** Phases in which the caller aborts. */
export const aborts: Record<string, Play> = {
  "abort-before-headers": () => {},
  "abort-in-headers": keeps("HTTP/1.1 200 OK\r\nX-A: "),
  "abort-in-body": keeps(head(200, { "Content-Length": "99" }), "{"),
  "abort-in-error-body": keeps(head(400, { "Content-Length": "99" }), "{"),
  "abort-in-gzip": sends(head(200, { "Content-Encoding": "gzip", Connection: "close" }), count),
  "abort-between-attempts": sends(response(503, failed, retryAfter("30"))),
  "abort-in-sign-in": () => {},
  "abort-in-wait": sends(one("protecting")),
};
