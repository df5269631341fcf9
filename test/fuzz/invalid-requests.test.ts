import { describe, expect } from "vitest";
import { CsbsApiError, CsbsConfigError } from "../../src/index.ts";
import { requestValidator, validator } from "../../src/validators.ts";
import { rejection, stubbedClient, testClient } from "../support/client.ts";
import { operations } from "../support/spec.ts";
import { brokenBodies, brokenParameters } from "./broken-calls.ts";
import { bodySchema, methodOf } from "./calls.ts";
import { holds } from "./property.ts";

const withBody = operations.filter((found) => bodySchema(found) !== undefined);

describe("a body that the description refuses is refused by the validator, and not sent", () => {
  for (const found of withBody) {
    const { operationId: operation } = found.operation;
    const { csbs, requests } = stubbedClient(() => new Response("{}"), { validate: validator });
    holds(operation, 900, brokenBodies(found), async (parameters) => {
      expect(requestValidator({ operation, kind: "body", value: parameters.body })).toEqual(
        expect.any(String),
      );
      expect(await rejection(methodOf(csbs, found)(parameters))).toBeInstanceOf(CsbsConfigError);
      expect(requests).toEqual([]);
    });
  }
});

describe("the mock refuses it too", () => {
  for (const found of withBody) {
    holds(found.operation.operationId, 60, brokenBodies(found), async (parameters) => {
      expectRefusal(await rejection(methodOf(testClient(), found)(parameters)));
    });
  }
});

describe("a parameter that the description refuses is refused by the client or the mock", () => {
  for (const found of operations) {
    holds(found.operation.operationId, 60, brokenParameters(found), async (parameters) => {
      expectRefusal(await rejection(methodOf(testClient(), found)(parameters)));
    });
  }
});

/** Before it was sent, or by the mock's documented response. */
function expectRefusal(error: unknown): void {
  if (error instanceof CsbsConfigError) return;
  expect(error).toBeInstanceOf(CsbsApiError);
  expect(error).toMatchObject({ status: 400, code: "CSBS.9001" });
}
