import type { operationTable } from "../../../generated/operations.ts";
import type { components } from "../../../generated/schema.ts";
import { viewOf } from "./backup-view.ts";
import type { BackupRecord, Store } from "./store.ts";

type Backup = components["schemas"]["Backup"];
type QueryOf<Id extends "countBackups" | "listBackups"> = (typeof operationTable)[Id]["query"][number];
type Filter = (backup: Candidate, values: string[]) => boolean;

/** The parameters that choose backups; the others say which part of them is answered. */
export type FilterName = Exclude<
  QueryOf<"countBackups"> | QueryOf<"listBackups">,
  "limit" | "marker" | "offset" | "sort" | "all_tenants"
>;

/** A backup to be judged. What is answered of it is put together only for filters that need it. */
interface Candidate {
  record: BackupRecord;
  status: string;
  view(): Backup;
}

const filters: { readonly [Name in FilterName]: Filter } = {
  status: ({ status }, values) => values.includes(status),
  name: ({ record }, values) => values.some((part) => record.name.includes(part)),
  resource_name: ({ view }, values) =>
    values.some((part) => view().extend_info.resource_name?.includes(part) === true),
  az: ({ view }, values) => values.includes(view().extend_info.resource_az ?? ""),
  resource_id: ({ record }, values) => isOneOf(record.resourceId, values),
  policy_id: ({ record }, values) => isOneOf(record.policyId, values),
  checkpoint_id: ({ record }, values) => isOneOf(record.checkpointId, values),
  resource_type: ({ view }, values) => values.includes(view().resource_type ?? ""),
  image_type: ({ view }, values) => values.includes(view().extend_info.image_type ?? ""),
  ip: ({ view }, values) => {
    const { eip, private_ip } = view().backup_data ?? {};
    return values.some((address) => address === eip || address === private_ip);
  },
  start_time: ({ record }, [from = ""]) => record.created >= timeIn(from),
  end_time: ({ record }, [to = ""]) => record.created <= timeIn(to),
};

/** Whether a backup fits every filter of a query. */
export function fits(store: Store, record: BackupRecord, query: URLSearchParams): boolean {
  const { status } = store.phaseOf(record);
  if (status === "gone") return false;
  let seen: Backup | undefined;
  const view = () => {
    seen ??= viewOf(store, record);
    return seen;
  };
  return [...new Set(query.keys())]
    .filter((name): name is FilterName => Object.hasOwn(filters, name))
    .every((name) => filters[name]({ record, status, view }, query.getAll(name)));
}

function isOneOf(id: string | undefined, values: string[]): boolean {
  return values.some((value) => value.toLowerCase() === id);
}

/** The wire's times have no zone and mean UTC. */
function timeIn(text: string): number {
  return Date.parse(`${text.replace(" ", "T")}Z`);
}
