import fc from "fast-check";
import { describe, expect } from "vitest";
import { Iam } from "../../src/mock/iam/iam.ts";
import { projectId, secret } from "../support/client.ts";
import { holds } from "./property.ts";
import { hostileTexts } from "./texts.ts";

const users = [{ name: "ann", password: secret, domain: "D", projects: [{ name: "eu-de", id: projectId }] }];
const iams = [undefined, users].map(
  (listed) =>
    new Iam({
      users: listed,
      requestsPerToken: undefined,
      regions: ["eu-de"],
      projectId: /^[0-9a-f]{32}$/,
    }),
);

const anyText = fc.oneof(
  hostileTexts,
  fc.string(),
  fc.constantFrom("ann", "D", "eu-de", projectId, "default"),
);
const anything = fc.oneof(fc.jsonValue(), anyText);

/** Often what belongs there, else anything. */
const mostly = (value: fc.Arbitrary<unknown>) => fc.oneof({ weight: 30, arbitrary: value }, anything);
const fields = (known: { [name: string]: fc.Arbitrary<unknown> }) => {
  const values = Object.fromEntries(Object.entries(known).map(([name, value]) => [name, mostly(value)]));
  const complete = fc.record(values);
  return mostly(fc.oneof({ weight: 3, arbitrary: complete }, fc.record(values, { requiredKeys: [] })));
};
const domain = fields({ id: anyText, name: anyText });
const password = fc.constant(secret);
const ann = fields({ name: fc.constant("ann"), domain: fields({ name: fc.constant("D") }), password });
const user = fc.oneof(ann, fields({ id: anyText, name: anyText, domain, password }));
const project = fields({ id: anyText, name: anyText, domain });
const bodies = fields({
  auth: fields({
    identity: fields({
      methods: fc.oneof(
        fc.constantFrom(["password"], ["token"], ["password", "token"]),
        fc.array(mostly(fc.constantFrom("password", "token", "totp"))),
      ),
      password: fields({ user }),
      token: fields({ id: anyText }),
    }),
    scope: fc.oneof(fields({ project }), fields({ domain }), fields({ project, domain })),
  }),
});

describe("IAM of the mock", () => {
  holds("accepts or refuses any body, and never returns the password", 6000, bodies, (body) => {
    for (const iam of iams) {
      const response = iam.respond({
        method: "POST",
        target: "/v3/auth/tokens",
        headers: { host: "127.0.0.1:4010", "content-type": "application/json" },
        body: Buffer.from(JSON.stringify(body)),
      });
      expect(response?.status).toBeOneOf([201, 400, 401]);
      const text = String(response?.body);
      expect(text).not.toContain(secret);
      const read = JSON.parse(text);
      if (response?.status === 201) expect(read.token.expires_at > read.token.issued_at).toBe(true);
      else
        expect(read.error).toMatchObject({ code: response?.status, message: expect.stringMatching(/\.$/) });
    }
  });

  const paths = fc.oneof(
    fc.constantFrom(
      "/",
      "/v3",
      "/v3/auth/tokens",
      "/v3/auth/catalog",
      "/v3/auth/projects",
      "/v3/auth/domains",
      "/v3/projects",
      "/v3.0/OS-CREDENTIAL/securitytokens",
    ),
    anyText.map((text) => `/v3/projects/${text}`),
    anyText.map((text) => `/v3/users/${text}/projects`),
    anyText,
  );
  const requests = fc.record({
    method: fc.constantFrom("GET", "HEAD", "POST", "DELETE", "PUT", "OPTIONS"),
    target: fc.tuple(paths, anyText, anyText).map(([path, name, value]) => `${path}?name=${name}&${value}`),
    headers: fc.record(
      {
        host: anyText,
        "x-auth-token": anyText,
        "x-subject-token": fc.oneof(anyText, fc.constant("mock-token-1")),
        "x-project-id": anyText,
        authorization: anyText,
        "content-type": fc.oneof(anyText, fc.constant("application/json")),
      },
      { requiredKeys: [] },
    ),
    body: fc
      .oneof(
        anyText,
        anything.map((value) => JSON.stringify(value)),
      )
      .map((text) => Buffer.from(text)),
  });

  holds("responds to any request, or leaves it to the service", 6000, requests, (request) => {
    for (const iam of iams) {
      const response = iam.respond(request);
      if (response === undefined) continue;
      expect(response.status).toBeOneOf([200, 201, 204, 300, 400, 401, 403, 404, 405]);
      if (response.body.length > 0) expect(JSON.parse(String(response.body))).toBeTypeOf("object");
    }
  });
});
