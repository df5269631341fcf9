import type { operationTable } from "../../../generated/operations.ts";
import { traitsOf } from "./backup-view.ts";
import type { BackupRecord, Store } from "./store.ts";

type QueryOf<Id extends "countBackups" | "listBackups"> = (typeof operationTable)[Id]["query"][number];
type Filter = (backup: Candidate, values: string[]) => boolean;

/** The parameters that choose backups; the others say which part of them is answered. */
export type FilterName = Exclude<
  QueryOf<"countBackups"> | QueryOf<"listBackups">,
  "limit" | "marker" | "offset" | "sort" | "all_tenants"
>;

/** A backup to be judged. What is answered of it is looked up only for filters that need it. */
interface Candidate {
  record: BackupRecord;
  status: string;
  traits(): ReturnType<typeof traitsOf>;
}

const filters: { readonly [Name in FilterName]: Filter } = {
  status: ({ status }, values) => values.includes(status),
  name: ({ record }, values) => values.some((part) => record.name.includes(part)),
  resource_name: ({ traits }, values) =>
    values.some((part) => traits().resource_name?.includes(part) === true),
  az: ({ traits }, values) => values.includes(traits().resource_az ?? ""),
  resource_id: ({ record }, values) => isOneOf(record.resourceId, values),
  policy_id: ({ record }, values) => isOneOf(record.policyId, values),
  checkpoint_id: ({ record }, values) => isOneOf(record.checkpointId, values),
  resource_type: ({ traits }, values) => values.includes(traits().resource_type ?? ""),
  image_type: ({ traits }, values) => values.includes(traits().image_type ?? ""),
  ip: ({ traits }, values) => values.some((address) => traits().addresses.includes(address)),
  start_time: ({ record }, [from = ""]) => record.created >= timeIn(from),
  end_time: ({ record }, [to = ""]) => record.created <= timeIn(to),
};

/** Whether a backup fits every filter of a query. */
export function fits(store: Store, record: BackupRecord, query: URLSearchParams): boolean {
  const { status } = store.phaseOf(record);
  if (status === "gone") return false;
  const traits = () => traitsOf(store, record);
  return [...new Set(query.keys())]
    .filter((name): name is FilterName => Object.hasOwn(filters, name))
    .every((name) => filters[name]({ record, status, traits }, query.getAll(name)));
}

function isOneOf(id: string | undefined, values: string[]): boolean {
  return values.some((value) => value.toLowerCase() === id);
}

/** The wire's times have no zone and mean UTC. */
function timeIn(text: string): number {
  return Date.parse(`${text.replace(" ", "T")}Z`);
}
