import { readFileSync } from "node:fs";
import { type CsbsClient, createCsbsClient, paginate, token } from "../../src/index.ts";
import type { Document } from "../../src/spec/document.ts";
import { listOperations } from "../../src/spec/operations.ts";
import { responsesOf } from "../generate/examples.ts";
import { measure, processorTime, type Result } from "./measure.ts";

const [pages, pageSize] = [100, 1000];
const examples = readExamples();

/**
 * Processor time of a walk over 100,000 backups, served from memory: by a loop as people write
 * it, and by `paginate`.
 */
export async function measurePaging(): Promise<Record<"loop" | "paginate", Result>> {
  const csbs = createClient();
  return measure(
    { loop: () => walkByHand(csbs), paginate: () => walk(csbs) },
    { rounds: 15, times: 1, clock: processorTime },
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

/** Its fetch responds with the page after the marker; the text of all pages is made beforehand. */
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

/** Backups as the description's example has them. The ID of each ends in its number, counted from 1. */
function pageText(page: number): string {
  const backups = Array.from({ length: pageSize }, (_, index) => ({
    ...examples[index % examples.length],
    id: `92dba2e4-6e11-4b5b-9d5a-${String(page * pageSize + index + 1).padStart(12, "0")}`,
  }));
  return JSON.stringify({ checkpoint_items: backups });
}

function readExamples(): object[] {
  const file = new URL("../../generated/openapi.json", import.meta.url);
  const document = JSON.parse(readFileSync(file, "utf8")) as Document;
  const [response] = listOperations(document)
    .filter(({ operation }) => operation.operationId === "listBackups")
    .flatMap((found) => responsesOf(document, found));
  if (response === undefined) throw new Error("listBackups has no example of a response");
  return (response.body as { checkpoint_items: object[] }).checkpoint_items;
}
