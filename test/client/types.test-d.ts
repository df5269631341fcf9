import { describe, expectTypeOf, test } from "vitest";
import {
  type CsbsAuth,
  type components,
  createCsbsClient,
  type operations,
  type paths,
  token,
} from "../../src/index.ts";

const endpoint = "https://csbs.eu-de.otc.t-systems.com";
const projectId = "0605767e8d80d55d2f69c0189071bcbc";
const auth = token("t");
const csbs = createCsbsClient({ endpoint, projectId, auth });

describe("creating a client", () => {
  test("demands endpoint or region, and auth", () => {
    createCsbsClient({ endpoint, auth });
    createCsbsClient({ region: "eu-de", auth });
    createCsbsClient({ endpoint: process.env.CSBS_ENDPOINT, projectId: process.env.OS_PROJECT_ID, auth });
    createCsbsClient({ region: process.env.OS_REGION_NAME, endpoint: undefined, auth });
    // @ts-expect-error: neither endpoint nor region.
    createCsbsClient({ projectId, auth });
    // @ts-expect-error: no auth.
    createCsbsClient({ endpoint, projectId });
    // @ts-expect-error: a misspelt option.
    createCsbsClient({ endpoint, projectId, auth, timeOut: 1 });
  });

  test("takes a token from anywhere", () => {
    expectTypeOf(token).toBeCallableWith(process.env.OS_TOKEN);
    expectTypeOf(token).toBeCallableWith(() => "t");
    expectTypeOf(token).toBeCallableWith(async () => "t");
    expectTypeOf(token("t")).toEqualTypeOf<CsbsAuth>();
  });
});

describe("countBackups", () => {
  test("responses a count", () => {
    expectTypeOf(csbs.countBackups()).resolves.toEqualTypeOf<{ count: number }>();
    expectTypeOf(csbs.withResponse.countBackups()).resolves.toEqualTypeOf<{
      data: { count: number };
      response: Response;
    }>();
  });

  test("knows its filters", () => {
    csbs.countBackups({ status: "error", all_tenants: true, resource_type: ["OS::Nova::Server"] });
    csbs.countBackups({ start_time: new Date(), end_time: "2017-04-15T04:25:38" });
    csbs.countBackups({ project_id: projectId }, { signal: AbortSignal.timeout(1), timeout: 1, headers: {} });
    // @ts-expect-error: a misspelt filter.
    csbs.countBackups({ stauts: "error" });
    // @ts-expect-error: a state that does not exist.
    csbs.countBackups({ status: "broken" });
    // @ts-expect-error: text for a boolean.
    csbs.countBackups({ all_tenants: "true" });
    // @ts-expect-error: one type where a list is asked for.
    csbs.countBackups({ resource_type: "OS::Nova::Server" });
    // @ts-expect-error: a Date where no time is asked for.
    csbs.countBackups({ name: new Date() });
    // @ts-expect-error: null does not omit a filter.
    csbs.countBackups({ status: null });
    // @ts-expect-error: a misspelt option of the call.
    csbs.countBackups({}, { singal: AbortSignal.timeout(1) });
  });

  test("the response has no other fields", () => {
    // @ts-expect-error: total is not count.
    csbs.countBackups().then(({ total }) => total);
  });
});

test("http demands the project in the path", () => {
  // @ts-expect-error: nothing is bound down there.
  csbs.http.GET("/v1/{project_id}/checkpoint_items/count");
  // @ts-expect-error: no such path.
  csbs.http.GET("/v1/{project_id}/checkpoints");
});

test("the generated types are exported", () => {
  expectTypeOf<components["schemas"]["BackupCount"]["count"]>().toEqualTypeOf<number>();
  expectTypeOf<operations["countBackups"]>().not.toBeAny();
  expectTypeOf<paths>().toHaveProperty("/v1/{project_id}/checkpoint_items/count");
});
