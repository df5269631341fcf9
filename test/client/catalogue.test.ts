import { describe, expect, test } from "vitest";
import {
  type CsbsApiError,
  CsbsConnectionError,
  CsbsError,
  CsbsTimeoutError,
  type ErrorCode,
  errorCatalogue,
  explainError,
} from "../../src/index.ts";
import { json, rejection, stubbedClient } from "../support/client.ts";

describe("the catalogue of error codes", () => {
  test("has 53 codes and texts of the service, and those of the gateway", () => {
    const gateway = errorCatalogue.filter(({ code }) => code.startsWith("APIGW."));
    expect([errorCatalogue.length - gateway.length, gateway.length]).toEqual([53, 16]);
  });

  test("says meaning and remedy of each, as sentences", () => {
    for (const { code, status, message, meaning, remedy } of errorCatalogue) {
      expect(code).toMatch(/^(CSBS|BackupService|APIGW)\.\d{4}$/);
      expect(status).toBeGreaterThanOrEqual(400);
      expect(message).not.toBe("");
      for (const sentence of [meaning, remedy]) expect(sentence).toMatch(/^[A-Z].+\.$/);
    }
  });
});

describe("explainError", () => {
  test("explains what a call has thrown", async () => {
    const { csbs } = stubbedClient(() => json({ error_code: "CSBS.9006", error_msg: "x" }, { status: 400 }));
    const error = (await rejection(csbs.countBackups())) as CsbsApiError;
    expect(explainError(error)).toMatchObject({ remedy: "Delete backups, or request a higher quota." });
  });

  test("tells two meanings of one code apart by the status", () => {
    const meanings = [400, 403].map((status) => explainError({ code: "CSBS.9009", status })?.meaning);
    expect(meanings[0]).toMatch(/requested space/);
    expect(meanings[1]).toMatch(/not passed real-name/);
  });

  test("knows a code under a status that it does not list", () => {
    expect(explainError({ code: "CSBS.3001", status: 400 })?.status).toBe(404);
  });

  test("takes any error of the client", () => {
    for (const error of [new CsbsError("x"), new CsbsConnectionError("x"), new CsbsTimeoutError(5)]) {
      expect(explainError(error)).toBeUndefined();
    }
  });

  test("knows nothing of a new code, of a fault, or of none", () => {
    for (const code of ["CSBS.4711", "itemNotFound", undefined]) {
      expect(explainError({ code, status: 400 })).toBeUndefined();
    }
  });
});

test("the code of an error is typed as one of the catalogue or any text", () => {
  const code: CsbsApiError["code"] = "CSBS.3001" satisfies ErrorCode;
  const other: CsbsApiError["code"] = "CSBS.4711";
  // @ts-expect-error: not in the catalogue.
  const none: ErrorCode = "CSBS.4711";
  expect([code, other, none]).toHaveLength(3);
});
