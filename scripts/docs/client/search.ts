import type MiniSearch from "minisearch";
import { createIndex, type Found, find } from "../search.ts";
import type { SearchEntry } from "../search-entry.ts";
import { excerpt, highlight, type Piece } from "../search-text.ts";

const most = 30;

/** The dialog of the search: `/` or Ctrl-K opens it, arrows move between results, which are links. */
export function addSearch(): void {
  const root = document.body.dataset.root ?? "";
  const dialog = document.querySelector<HTMLDialogElement>("dialog.search");
  const input = dialog?.querySelector("input");
  const list = dialog?.querySelector("ol");
  const status = dialog?.querySelector('[role="status"]');
  if (!dialog || !input || !list || !status) return;
  let index: Promise<MiniSearch<SearchEntry>> | undefined;

  const open = () => {
    if (dialog.open) return;
    index ??= load(`${root}assets/search.json`);
    dialog.showModal();
    input.select();
  };
  const search = async () => {
    const wanted = input.value;
    try {
      index ??= load(`${root}assets/search.json`);
      const results = find(await index, wanted);
      if (wanted !== input.value) return;
      list.replaceChildren(...results.slice(0, most).map((found) => resultItem(found, root)));
      status.textContent = wanted.trim() === "" ? "" : summary(results.length, wanted);
    } catch {
      index = undefined;
      status.textContent = "The search index could not be loaded.";
    }
  };
  const move = (step: number) => {
    const stops = [input, ...list.querySelectorAll("a")];
    const at = stops.indexOf(document.activeElement as HTMLInputElement);
    stops[(at + step + stops.length) % stops.length]?.focus();
  };

  document.querySelector(".search-button")?.addEventListener("click", open);
  document.addEventListener("keydown", (event) => {
    const typing = (event.target as HTMLElement).matches("input, textarea, select, [contenteditable]");
    const asks = event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (!asks && !(event.key === "k" && (event.ctrlKey || event.metaKey))) return;
    event.preventDefault();
    open();
  });
  input.addEventListener("input", search);
  dialog.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown") move(1);
    else if (event.key === "ArrowUp") move(-1);
    else if (event.key === "Enter" && event.target === input) list.querySelector("a")?.click();
    else return;
    event.preventDefault();
  });
  // A link to the same page leaves the dialog open otherwise.
  list.addEventListener("click", ({ ctrlKey, metaKey, shiftKey }) => {
    if (!ctrlKey && !metaKey && !shiftKey) dialog.close();
  });
}

async function load(address: string): Promise<MiniSearch<SearchEntry>> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return createIndex((await response.json()) as SearchEntry[]);
}

function summary(count: number, wanted: string): string {
  if (count === 0) return `No results for "${wanted}"`;
  return count === 1 ? "1 result" : `${count} results${count > most ? `, the first ${most}` : ""}`;
}

/** Made of text nodes only: what is found is never read as markup. */
function resultItem({ id, kind, title, place, text, terms }: Found, root: string): HTMLElement {
  const found = new Set(terms);
  const link = document.createElement("a");
  // Resolved against the base, which 404.html has.
  link.href = `${root}${id}`;
  link.append(
    span("title", highlight(title, found)),
    span("kind", [{ text: kind, found: false }]),
    span("place", highlight(place, found)),
    span("sentence", excerpt(text, found)),
  );
  const item = document.createElement("li");
  item.append(link);
  return item;
}

function span(className: string, pieces: Piece[]): HTMLElement {
  const element = document.createElement("span");
  element.className = className;
  for (const { text, found } of pieces) {
    if (!found) element.append(text);
    else element.append(Object.assign(document.createElement("mark"), { textContent: text }));
  }
  return element;
}
