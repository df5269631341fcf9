import { type CsbsClient, type Policy, paginate } from "../../index.ts";

/** The items of all pages that are to be kept. */
export async function collect<Item>(
  items: AsyncIterable<Item>,
  keep: (item: Item) => boolean = () => true,
): Promise<Item[]> {
  const kept: Item[] = [];
  for await (const item of items) if (keep(item)) kept.push(item);
  return kept;
}

export function allPolicies(client: CsbsClient, signal: AbortSignal | undefined): Promise<Policy[]> {
  return collect(paginate(client.listPolicies, {}, { signal }));
}
