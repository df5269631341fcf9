import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { stripVTControlCharacters } from "node:util";
import { beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { connectionRemedy } from "../../src/cli/connection/remedies.ts";
import { CsbsConnectionError } from "../../src/index.ts";
import selfSigned from "../client/tls/self-signed.json" with { type: "json" };
import { projectId, secret } from "../support/client.ts";
import { startServer } from "../support/server.ts";
import { clearVariables, connection, csbs, csbsIn } from "./support.ts";

beforeEach(clearVariables);

/** A service that responds with these statuses, the last one for good. */
function service(...statuses: number[]): Promise<string> {
  let next = 0;
  return startServer((_, response) => {
    const status = statuses[Math.min(next++, statuses.length - 1)] as number;
    response.writeHead(status, {
      "content-type": "application/json",
      "x-request-id": "req-0123456789abcdef",
    });
    response.end(status === 200 ? '{"count":3}' : '{"error_code":"CSBS.9999","error_msg":"busy"}');
  });
}

describe("-v", () => {
  test("prints each attempt with its result and the time until the next one", async () => {
    const { code, stdout, stderr } = await csbs("count", "-v", ...connection(await service(503, 200)));
    expect([code, stdout]).toEqual([0, "3\n"]);
    expect(stderr).toMatch(
      /^csbs: GET http:\S+\/v1\/\{project_id\}\/checkpoint_items\/count: countBackups responded 503 after \d+ ms \(request id req-0123456789abcdef\); attempt 2 in [\d.]+ s\ncsbs: GET .* responded 200 after \d+ ms .*\n$/,
    );
  });

  test("prints the times that are sent", async () => {
    const { stderr } = await csbs(
      "count",
      "--mock",
      "-v",
      "--start-time",
      "2026-11-17",
      "--timezone",
      "Europe/Berlin",
    );
    expect(stderr).toContain("csbs: --start-time is sent as 2026-11-16T23:00:00 (UTC)\n");
  });
});

describe("--debug", () => {
  test("prints headers and bodies without the token, wherever it stands", async () => {
    const url = await startServer((request, response) => {
      response.writeHead(200, {
        "content-type": "application/json",
        "x-echo": String(request.headers["x-auth-token"]),
      });
      response.end(JSON.stringify({ count: 3, echo: request.headers["x-auth-token"], password: "hunter2" }));
    });
    const { code, stdout, stderr } = await csbs("count", "--debug", ...connection(url));
    expect([code, stdout]).toEqual([0, "3\n"]);
    expect(stderr).toMatch(/^> GET http:.*\n> .*\n(.*\n)*< 200 OK\n(.*\n)*< \{"count":3,/);
    expect(stderr).toContain("> x-auth-token: [redacted]\n");
    expect(stderr).not.toContain(secret);
    expect(stderr).not.toContain("hunter2");
  });

  test("prints the token in no other spelling", async () => {
    const token = "a+token/of=many?signs>>";
    const spellings = [
      encodeURIComponent(token),
      ...(["base64", "base64url"] as const).map((form) => Buffer.from(token).toString(form)),
    ];
    const url = await startServer((_, response) => {
      response.writeHead(200, { "content-type": "application/json" });
      response.end(JSON.stringify({ count: 3, echo: spellings }));
    });
    const { stderr } = await csbs(
      "count",
      "--debug",
      "--endpoint",
      url,
      "--project-id",
      projectId,
      "--token",
      token,
    );
    expect(stderr).toContain("[redacted]");
    for (const spelling of spellings) expect(stderr).not.toContain(spelling);
  });

  test("prints no part of a token that stands where a long body is cut", async () => {
    const url = await startServer((request, response) => {
      const token = String(request.headers["x-auth-token"]);
      const body = JSON.stringify({
        count: 3,
        padding: `${"x".repeat(10_000 - 26)}${token}${"y".repeat(50)}`,
      });
      response.writeHead(200, { "content-type": "application/json" }).end(body);
    });
    const { code, stderr } = await csbs("count", "--debug", ...connection(url));
    expect(code).toBe(0);
    expect(stderr).toContain("… (");
    expect(stderr).not.toContain(secret.slice(0, 4));
  });

  test("prints the body of a request", async () => {
    const { stderr } = await csbs("api", "create-backup", "--mock", "--debug", "--resource-id", "x");
    expect(stderr).toMatch(/> POST .*\n(> .*\n)*> \{"protect":\{\}\}\n/);
  });
});

describe("-q", () => {
  test("leaves out all but the result", async () => {
    const args = ["wait", "nightly-now", "--mock", "-o", "id"];
    const [loud, quiet] = [await csbs(...args), await csbs(...args, "-q")];
    expect(loud.stderr).not.toBe("");
    expect([quiet.code, quiet.stdout, quiet.stderr]).toEqual([0, loud.stdout, ""]);
  });

  test("keeps errors", async () => {
    const { code, stderr } = await csbs("count", "-q", ...connection(await service(400)));
    expect([code, stderr]).toEqual([1, expect.stringMatching(/^csbs: countBackups: responded 400/)]);
  });

  test("excludes --verbose", async () => {
    const { code, stderr } = await csbs("count", "--mock", "-q", "-v");
    expect([code, stderr]).toEqual([
      2,
      "csbs: --quiet and --verbose or --debug exclude each other; leave one out\n",
    ]);
  });
});

test("a retry that waits shows on a terminal only", async () => {
  const start = () => {
    let first = true;
    return startServer((_, response) => {
      if (first) response.writeHead(429, { "retry-after": "2" }).end();
      else response.writeHead(200, { "content-type": "application/json" }).end('{"count":3}');
      first = false;
    });
  };
  const terminal = await csbsIn({ liveErr: true }, "count", ...connection(await start()));
  expect(stripVTControlCharacters(terminal.stderr)).toBe(
    "csbs: countBackups responded 429; attempt 2 in 2 s\n",
  );
  expect((await csbs("count", ...connection(await start()))).stderr).toBe("");
}, 15_000);

test("the final error says how many attempts were made", async () => {
  const { code, stderr } = await csbs("count", ...connection(await service(503)));
  expect([code, stderr]).toEqual([
    1,
    expect.stringMatching(/^csbs: countBackups: responded 503 CSBS\.9999: busy .*\(after 3 attempts\)/),
  ]);
});

describe("a connection that fails comes with what helps", () => {
  const count = (endpoint: string) =>
    csbs("count", "--endpoint", endpoint, "--project-id", projectId, "--token", secret);

  test("a host that does not exist", async () => {
    const { stderr } = await count("https://csbs.invalid");
    expect(stderr).toMatch(/\((ENOTFOUND|EAI_AGAIN)\).*(Check the host name|name server)/);
  });

  test("a port where nothing listens", async () => {
    const url = await service(200);
    const { port } = new URL(url);
    const free = Number(port) === 65_535 ? 65_534 : Number(port) + 1;
    const { stderr } = await count(`http://127.0.0.1:${free}`);
    expect(stderr).toMatch(/\(ECONNREFUSED\) \(after 3 attempts\)\. Nothing listens on this host and port\./);
  });

  test("a certificate that nobody has signed", async () => {
    const server = createServer(selfSigned, (_, response) => response.end("{}"));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void server.close());
    const { stderr } = await count(`https://127.0.0.1:${(server.address() as AddressInfo).port}`);
    expect(stderr).toMatch(/SELF_SIGNED_CERT.* set OS_CACERT, .* to the file of its certificate\.\n$/);
  });

  test("TLS with a host that speaks plain HTTP", async () => {
    const { stderr } = await count((await service(200)).replace("http:", "https:"));
    expect(stderr).toMatch(/The host does not speak TLS on this port\./);
  });

  test.each([
    ["CERT_HAS_EXPIRED", /Check the clock/],
    ["ERR_TLS_CERT_ALTNAME_INVALID", /for another host/],
    ["UND_ERR_CONNECT_TIMEOUT", /proxy/],
  ])("%s", (code, remedy) => {
    const cause = new TypeError("fetch failed", { cause: Object.assign(new Error("x"), { code }) });
    expect(connectionRemedy(new CsbsConnectionError("no response", { cause }))).toMatch(remedy);
  });

  test("nothing is made up for an unknown reason", () => {
    expect(
      connectionRemedy(new CsbsConnectionError("no response", { cause: new Error("x") })),
    ).toBeUndefined();
  });
});
