import { describe, inject, test } from "vitest";
import { CsbsConfigError } from "../../src/index.ts";
import { projectId, rejection, testClient } from "../support/client.ts";
import { startRecorder } from "../support/server.ts";
import { findOperation, invalidValues, queryOf } from "../support/spec.ts";

type Filters = Parameters<ReturnType<typeof testClient>["countBackups"]>[0];

const filters = queryOf(findOperation("countBackups"));
const path = `/v1/${projectId}/checkpoint_items/count`;

describe("what arrives on the wire", () => {
  for (const { name, example } of filters) {
    test(`${name} alone`, async ({ expect }) => {
      expect(await arrivedQuery({ [name]: example })).toEqual(
        [example].flat().map((value) => [name, `${value}`]),
      );
    });
  }

  test("all filters together", async ({ expect }) => {
    const all = Object.fromEntries(filters.map(({ name, example }) => [name, example]));
    const expected = filters.flatMap(({ name, example }) =>
      [example].flat().map((value) => [name, `${value}`]),
    );
    expect(filters).toHaveLength(13);
    expect(await arrivedQuery(all)).toEqual(expected);
  });

  test("no filter sends no query", async ({ expect }) => {
    const { url, requests } = await startRecorder(inject("mockUrl"));
    expect(await testClient({ endpoint: url }).countBackups()).toEqual({ count: 10 });
    expect(requests.map(({ target }) => target)).toEqual([path]);
  });

  test("resource_type is repeated, its colons encoded", async ({ expect }) => {
    const { url, requests } = await startRecorder(inject("mockUrl"));
    await testClient({ endpoint: url }).countBackups({
      resource_type: ["OS::Nova::Server", "OS::Ironic::BareMetalServer"],
    });
    expect(requests[0]?.target).toBe(
      `${path}?resource_type=OS%3A%3ANova%3A%3AServer&resource_type=OS%3A%3AIronic%3A%3ABareMetalServer`,
    );
  });

  test("text that needs encoding arrives as it was", async ({ expect }) => {
    const name = "a&b=c d/é#?%+";
    expect(await arrivedQuery({ name })).toEqual([["name", name]]);
  });

  test("a Date is sent in UTC without a zone", async ({ expect }) => {
    const whole = new Date("2026-11-24T08:00:00+01:00");
    const withMilliseconds = new Date(Date.UTC(2026, 10, 24, 23, 59, 59, 7));
    expect(await arrivedQuery({ start_time: whole, end_time: withMilliseconds })).toEqual([
      ["start_time", "2026-11-24T07:00:00"],
      ["end_time", "2026-11-24T23:59:59.007"],
    ]);
  });

  test("undefined counts as left out, false does not", async ({ expect }) => {
    expect(await arrivedQuery({ name: undefined, all_tenants: false })).toEqual([["all_tenants", "false"]]);
  });

  test("project_id may be another for one call", async ({ expect }) => {
    const { url, requests } = await startRecorder(inject("mockUrl"));
    const other = "b942cc8342734d15bcb246babb1953cf";
    await testClient({ endpoint: url }).countBackups({ project_id: other });
    expect(requests[0]?.target).toBe(path.replace(projectId, other));
  });

  async function arrivedQuery(given: object): Promise<[string, string][]> {
    const { url, requests } = await startRecorder(inject("mockUrl"));
    await testClient({ endpoint: url }).countBackups(given as Filters);
    return [...new URL(requests[0]?.target ?? "", url).searchParams];
  }
});

describe("what the mock refuses", () => {
  for (const { name, schema } of filters) {
    for (const value of invalidValues(schema)) {
      test(`${name} = ${String(value).slice(0, 40)}`, async ({ expect }) => {
        // By path, because methods refuse some of them by themselves.
        const params = { path: { project_id: projectId }, query: { [name]: value } };
        const { response, error } = await testClient().http.GET("/v1/{project_id}/checkpoint_items/count", {
          params,
        });
        expect([response.status, error]).toEqual([
          400,
          { error_code: "CSBS.9001", error_msg: "provider invalid" },
        ]);
      });
    }
  }

  test("every filter but plain texts has a value that is refused", ({ expect }) => {
    const open = filters.filter(({ schema }) => invalidValues(schema).length === 0);
    // The page types these as String and states no form.
    const texts = "name az resource_id resource_name image_type policy_id ip checkpoint_id resource_type";
    expect(open.map(({ name }) => name)).toEqual(texts.split(" "));
  });

  test("a project_id of another form", async ({ expect }) => {
    const error = await rejection(testClient().countBackups({ project_id: "abc" }));
    expect(error).toMatchObject({ status: 400, code: "CSBS.9001" });
  });
});

describe("what is not sent at all", () => {
  const refused: [title: string, filters: object, message: RegExp][] = [
    ["a misspelt filter", { stauts: "error" }, /unknown parameter "stauts"; did you mean "status"\?/],
    ["a body, which the operation has not", { body: {} }, /unknown parameter "body"/],
    ["an empty string", { name: "" }, /name is an empty string/],
    ["an empty list", { resource_type: [] }, /resource_type is an empty list/],
    ["an empty string in a list", { resource_type: [""] }, /resource_type is an empty string/],
    ["null", { status: null }, /status cannot be sent: it is null/],
    ["null for what is bound", { project_id: null }, /project_id must be a string that is not empty/],
    ["an unpaired surrogate", { name: "a\ud800" }, /name cannot be sent: it has an unpaired surrogate/],
    [
      "a project's name",
      { project_id: "eu-de_shop" },
      /must be the ID of the project, 32 hex digits, not its name/,
    ],
    ["an unpaired surrogate in a path", { project_id: "\udc00" }, /must be the ID of the project/],
    ["an object", { name: {} }, /name cannot be sent: it is of type object/],
    [
      "an invalid Date",
      { start_time: new Date("x") },
      /start_time must be a Date, or a time such as 2026-11-24T08:00:00/,
    ],
    ["a Date beyond the wire's years", { start_time: new Date(1e15) }, /start_time must be a Date/],
    ["an empty project_id", { project_id: "" }, /project_id must be a string that is not empty/],
    ["dots for a project_id", { project_id: ".." }, /project_id must not be "\.\."/],
  ];
  for (const [title, given, message] of refused) {
    test(title, async ({ expect }) => {
      const fetch = () => Promise.reject(new Error("something was sent"));
      const error = await rejection(testClient({ fetch }).countBackups(given as Filters));
      expect(error).toBeInstanceOf(CsbsConfigError);
      expect((error as Error).message).toMatch(message);
      expect(error).toMatchObject({ operation: "countBackups" });
    });
  }
});
