import { describe, expectTypeOf, test } from "vitest";
import {
  type Backup,
  type BackupFilter,
  type BackupRecord,
  type CountBackupsParameters,
  type CountBackupsResponse,
  type CreatePolicyParameters,
  type CreatePolicyResponse,
  type CsbsClient,
  type CsbsOperations,
  countByStatus,
  countEverywhere,
  type DeleteBackupResponse,
  type failReason,
  type GetBackupResponse,
  type ListBackupsParameters,
  type ListBackupsResponse,
  type Policy,
  paginate,
  parseTime,
  type ReplicateBackupParameters,
  schedule,
  type Tag,
  type UpdatePolicyTagsParameters,
} from "../../src/index.ts";

declare const csbs: CsbsClient;
declare const perhaps: "error" | undefined;

describe("types by name", () => {
  test("are those of the methods", () => {
    expectTypeOf<CsbsOperations["countBackups"]>()
      .parameter(0)
      .toEqualTypeOf<CountBackupsParameters | undefined>();
    expectTypeOf(csbs.countBackups()).resolves.toEqualTypeOf<CountBackupsResponse>();
    expectTypeOf(csbs.listBackups()).resolves.toEqualTypeOf<ListBackupsResponse>();
    expectTypeOf<ListBackupsResponse["checkpoint_items"][number]>().toEqualTypeOf<Backup>();
    expectTypeOf<GetBackupResponse["checkpoint_item"]>().toEqualTypeOf<Backup>();
    expectTypeOf<CreatePolicyResponse["policy"]>().toEqualTypeOf<Policy>();
    expectTypeOf<DeleteBackupResponse>().not.toBeAny();
    expectTypeOf<UpdatePolicyTagsParameters>().toHaveProperty("body");
    expectTypeOf<ReplicateBackupParameters>().toHaveProperty("checkpoint_item_id");
    expectTypeOf<NonNullable<Policy["tags"]>[number]>().toEqualTypeOf<Tag>();
    expectTypeOf<BackupRecord["id"]>().toEqualTypeOf<string>();
  });
});

describe("one filter", () => {
  const filter: BackupFilter = {
    status: perhaps,
    start_time: new Date(),
    resource_type: ["OS::Nova::Server"],
  };

  test("fits counts, lists and pages", () => {
    csbs.countBackups(filter);
    csbs.countBackups({ ...filter, project_id: "0605767e8d80d55d2f69c0189071bcbc", ip: "192.168.0.1" });
    csbs.listBackups(filter);
    csbs.listBackups({ ...filter, limit: 10 });
    paginate(csbs.listBackups, filter, { max: 10 });
    paginate(csbs.listBackups, { ...filter, project_id: "0605767e8d80d55d2f69c0189071bcbc" });
    countEverywhere([{ client: csbs }], filter);
    countByStatus(csbs, filter);
    // @ts-expect-error: it counts every state.
    countByStatus(csbs, { status: "error" });
    expectTypeOf(paginate(csbs.listBackups, filter)).toExtend<AsyncIterable<Backup>>();
  });

  test("has what both have, and nothing else", () => {
    // @ts-expect-error: counting alone has it.
    ({ ip: "192.168.0.1" }) satisfies BackupFilter;
    // @ts-expect-error: lists alone have it.
    ({ limit: 1 }) satisfies BackupFilter;
    // @ts-expect-error: the project is not a filter.
    ({ project_id: "0605767e8d80d55d2f69c0189071bcbc" }) satisfies BackupFilter;
    // @ts-expect-error: a state that does not exist.
    ({ status: "broken" }) satisfies BackupFilter;
  });

  test("of the list's own parameters takes undefined too", () => {
    const parameters: ListBackupsParameters = { status: undefined, limit: undefined };
    csbs.listBackups(parameters);
  });
});

describe("policies", () => {
  test("need neither provider_id nor iCalendar", () => {
    const parameters: CreatePolicyParameters = {
      body: {
        policy: {
          name: "nightly",
          parameters: {},
          resources: [],
          scheduled_operations: [schedule({ at: "02:30", every: "day", keep: { count: 14 } })],
        },
      },
    };
    csbs.createPolicy(parameters);
    // @ts-expect-error: without a name.
    csbs.createPolicy({ body: { policy: { parameters: {}, resources: [], scheduled_operations: [] } } });
    // @ts-expect-error: another provider.
    csbs.createPolicy({ body: { policy: { ...parameters.body.policy, provider_id: "x" } } });
    // @ts-expect-error: no such day.
    schedule({ at: "02:30", every: "monday", keep: { count: 1 } });
    // @ts-expect-error: what is kept must be said.
    schedule({ at: "02:30", every: "day" });
  });
});

test("times and failures", () => {
  expectTypeOf(parseTime("2017-04-15T04:25:38")).toEqualTypeOf<Date>();
  expectTypeOf(parseTime).toBeCallableWith(undefined);
  expectTypeOf<ReturnType<typeof failReason>>().toEqualTypeOf<string | undefined>();
});
