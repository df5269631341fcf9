import { request } from "node:http";
import { expect, inject, test } from "vitest";

/** Sends a target as it is: fetch would resolve it first. */
function statusOf(path: string): Promise<number | undefined> {
  const { hostname, port } = new URL(inject("site").url);
  return new Promise((resolve, reject) => {
    request({ hostname, port, path }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .once("error", reject)
      .end();
  });
}

test.each(["/%zz", "//", "http://[", "/csbs/%00", "/csbs/../../package.json", "/csbs/%2e%2e/package.json"])(
  "the server of the site responds 404 to %s, and goes on",
  async (path) => {
    expect(await statusOf(path)).toBe(404);
    expect(await statusOf("/csbs/index.html")).toBe(200);
  },
);
