import { type CsbsClient, createCsbsClient, paginate, token } from "../../src/index.ts";
import { measure, processorTime, type Result } from "./rounds.ts";

const [pages, pageSize] = [100, 1000];

/**
 * Processor time of a walk over 100,000 backups, answered from memory: by a loop as people write
 * it, and by `paginate`.
 */
export async function measurePaging(): Promise<Record<"loop" | "paginate", Result>> {
  const csbs = createClient();
  return measure(
    { loop: () => walkByHand(csbs), paginate: () => walk(csbs) },
    { rounds: 31, times: 1, clock: processorTime },
  );
}

async function walkByHand(csbs: CsbsClient): Promise<void> {
  let seen = 0;
  let marker: string | undefined;
  for (;;) {
    const { checkpoint_items = [] } = await csbs.listBackups({ limit: pageSize, marker });
    for (const backup of checkpoint_items) if (backup.id) seen++;
    if (checkpoint_items.length < pageSize) break;
    marker = checkpoint_items.at(-1)?.id;
  }
  expectAll(seen);
}

async function walk(csbs: CsbsClient): Promise<void> {
  let seen = 0;
  for await (const backup of paginate(csbs.listBackups, {}, { pageSize })) if (backup.id) seen++;
  expectAll(seen);
}

function expectAll(seen: number): void {
  if (seen !== pages * pageSize) throw new Error(`a walk saw ${seen} backups`);
}

/** Its fetch answers the page after the marker; the text of all pages is made beforehand. */
function createClient(): CsbsClient {
  const texts = Array.from({ length: pages }, (_, page) => pageText(page));
  const fetch = async (input: string | URL | Request) => {
    const url = new URL(input instanceof Request ? input.url : input);
    const marker = url.searchParams.get("marker");
    const page = marker === null ? 0 : Number.parseInt(marker.slice(-12), 10) / pageSize;
    const text = texts[page] ?? '{"checkpoint_items":[]}';
    return new Response(text, { headers: { "Content-Type": "application/json" } });
  };
  return createCsbsClient({
    endpoint: "https://csbs.example.com",
    projectId: "0605767e8d80d55d2f69c0189071bcbc",
    auth: token("any"),
    fetch,
  });
}

/** The ID of a backup ends in its number, counted from 1. */
function pageText(page: number): string {
  const backups = Array.from({ length: pageSize }, (_, index) => ({
    id: `92dba2e4-6e11-4b5b-9d5a-${String(page * pageSize + index + 1).padStart(12, "0")}`,
    checkpoint_id: "43fb93d5-8ecd-4c9f-a1c3-bea7d4d7bc1d",
    status: "available",
    created_at: "2026-11-17T04:25:38.218000",
    resource_id: "069e678a-f1d1-4a38-880b-459bde82fcc6",
    resource_type: "OS::Nova::Server",
    extend_info: { name: "backup_auto", progress: 100, size: 3, image_type: "backup" },
  }));
  return JSON.stringify({ checkpoint_items: backups });
}
