import { describe, expectTypeOf, test } from "vitest";
import type { CsbsClient, CsbsOperations, components } from "../../src/index.ts";
import { type PagedMethod, paginate } from "../../src/operations/paginate.ts";

type Schemas = components["schemas"];
declare const csbs: CsbsClient;

describe("the item's type comes from the method", () => {
  test("of lists", () => {
    expectTypeOf(paginate(csbs.listBackups)).toExtend<AsyncIterable<Schemas["Backup"]>>();
    expectTypeOf(paginate(csbs.listPolicies)).toExtend<AsyncIterable<Schemas["Policy"]>>();
  });

  test("of searches by tag", () => {
    expectTypeOf(paginate(csbs.findBackupsByTag)).toExtend<AsyncIterable<Schemas["TaggedBackup"]>>();
    expectTypeOf(paginate(csbs.findPoliciesByTag)).toExtend<AsyncIterable<Schemas["TaggedPolicy"]>>();
  });

  test("inside the loop", async () => {
    for await (const backup of paginate(csbs.listBackups, { status: "error" })) {
      expectTypeOf(backup).toEqualTypeOf<Schemas["Backup"]>();
    }
    for await (const policy of paginate(csbs.findPoliciesByTag)) {
      expectTypeOf(policy).toEqualTypeOf<Schemas["TaggedPolicy"]>();
    }
  });

  test("of pages, the response's", async () => {
    for await (const page of paginate(csbs.listBackups).pages()) {
      expectTypeOf(page).toEqualTypeOf<Schemas["BackupList"]>();
    }
  });
});

describe("what has no pages does not compile", () => {
  test("no other method has the type of one that pages", () => {
    type Others = Exclude<
      keyof CsbsOperations,
      "listBackups" | "listPolicies" | "findBackupsByTag" | "findPoliciesByTag"
    >;
    type Mistaken = { [Id in Others]: CsbsOperations[Id] extends PagedMethod ? Id : never }[Others];
    expectTypeOf<Mistaken>().toBeNever();
  });

  test("counts, single objects, tags", () => {
    // @ts-expect-error: a count has no pages.
    paginate(csbs.countBackups);
    // @ts-expect-error: one backup.
    paginate(csbs.getBackup);
    // @ts-expect-error: all tags come at once.
    paginate(csbs.listProjectBackupTags);
    // @ts-expect-error: a response that may be nothing.
    paginate(csbs.deleteBackup);
    // @ts-expect-error: the response is around the page.
    paginate(csbs.withResponse.listBackups);
  });
});

describe("parameters", () => {
  test("are those of the method, and a place to begin", () => {
    paginate(
      csbs.listBackups,
      { status: "error", start_time: new Date(), marker: "an ID" },
      { pageSize: 10 },
    );
    paginate(csbs.listPolicies, { name: "nightly" }, { max: 1, timeout: 1_000 });
    paginate(csbs.findBackupsByTag, { body: { tags: [{ key: "a", values: [] }], offset: 100 } });
    paginate(csbs.findBackupsByTag, { body: { action: "filter" } });
    // @ts-expect-error: a misspelt filter.
    paginate(csbs.listBackups, { stauts: "error" });
    // @ts-expect-error: a filter of counting.
    paginate(csbs.listBackups, { ip: "192.168.0.1" });
    // @ts-expect-error: a filter of the other list.
    paginate(csbs.listPolicies, { status: "error" });
  });

  test("leave to paginate what it sets", () => {
    // @ts-expect-error: it is the option pageSize.
    paginate(csbs.listBackups, { limit: 10 });
    // @ts-expect-error: the marker picks the page.
    paginate(csbs.listBackups, { offset: 10 });
    // @ts-expect-error: it is the option pageSize.
    paginate(csbs.findBackupsByTag, { body: { limit: 10 } });
    // @ts-expect-error: a count has no pages.
    paginate(csbs.findBackupsByTag, { body: { action: "count" } });
    // @ts-expect-error: a misspelt option.
    paginate(csbs.listBackups, {}, { pagesize: 10 });
  });
});
