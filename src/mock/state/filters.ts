import type { operationTable } from "../../../generated/operations.ts";
import { filterFields } from "./backup-response.ts";
import type { BackupRecord, Store } from "./store.ts";

type QueryOf<Id extends "countBackups" | "listBackups"> = (typeof operationTable)[Id]["query"][number];
type Filter = (backup: Candidate, values: string[]) => boolean;

/** The parameters that choose backups; the others say which part of them is returned. */
export type FilterName = Exclude<
  QueryOf<"countBackups"> | QueryOf<"listBackups">,
  "limit" | "marker" | "offset" | "sort" | "all_tenants"
>;

/** A backup to compare with a filter. Fields of its response are made only for filters that need them. */
interface Candidate {
  record: BackupRecord;
  status: string;
  fields(): ReturnType<typeof filterFields>;
}

const filters: { readonly [Name in FilterName]: Filter } = {
  status: ({ status }, values) => values.includes(status),
  name: ({ record }, values) => values.some((part) => record.name.includes(part)),
  resource_name: ({ fields }, values) =>
    values.some((part) => fields().resource_name?.includes(part) === true),
  az: ({ fields }, values) => values.includes(fields().resource_az ?? ""),
  resource_id: ({ record }, values) => isOneOf(record.resourceId, values),
  policy_id: ({ record }, values) => isOneOf(record.policyId, values),
  checkpoint_id: ({ record }, values) => isOneOf(record.checkpointId, values),
  resource_type: ({ fields }, values) => values.includes(fields().resource_type ?? ""),
  image_type: ({ fields }, values) => values.includes(fields().image_type ?? ""),
  ip: ({ fields }, values) => values.some((address) => fields().addresses.includes(address)),
  start_time: ({ record }, [from = ""]) => record.created >= timeIn(from),
  end_time: ({ record }, [to = ""]) => record.created <= timeIn(to),
};

/** Whether a backup matches every filter of a query. */
export function matches(store: Store, record: BackupRecord, query: URLSearchParams): boolean {
  const { status } = store.phaseOf(record);
  if (status === "gone") return false;
  const fields = () => filterFields(store, record);
  return [...new Set(query.keys())]
    .filter((name): name is FilterName => Object.hasOwn(filters, name))
    .every((name) => filters[name]({ record, status, fields }, query.getAll(name)));
}

function isOneOf(id: string | undefined, values: string[]): boolean {
  return values.some((value) => value.toLowerCase() === id);
}

/** The filter of a query that is a time which the calendar does not have; undefined if none is. */
export function impossibleTime(query: URLSearchParams): FilterName | undefined {
  const names = ["start_time", "end_time"] as const;
  return names.find((name) => query.getAll(name).some((text) => Number.isNaN(timeIn(text))));
}

/** The wire's times have no zone and mean UTC. NaN for 31 November, and for 24:00, which Date takes for a later time. */
function timeIn(text: string): number {
  const wall = text.replace(" ", "T");
  const time = Date.parse(`${wall}Z`);
  return new Date(time).toJSON()?.startsWith(wall.slice(0, 19)) ? time : Number.NaN;
}
