import MiniSearch, { type SearchResult } from "minisearch";
import type { SearchEntry } from "../search-entry.ts";
import { searchOptions } from "../search-options.ts";

const most = 30;

/** The dialog of the search: `/` or Ctrl-K opens it, arrows choose, Enter goes there, Escape closes. */
export function addSearch(): void {
  const root = document.body.dataset.root ?? "";
  const { dialog, input, list, status } = createDialog();
  let index: Promise<MiniSearch<SearchEntry>> | undefined;
  let chosen = -1;

  const open = () => {
    if (dialog.open) return;
    index ??= load(`${root}assets/search.json`);
    dialog.showModal();
    input.select();
  };
  const choose = (next: number) => {
    const options = [...list.children];
    chosen = options.length === 0 ? -1 : (next + options.length) % options.length;
    for (const [at, option] of options.entries()) option.setAttribute("aria-selected", String(at === chosen));
    const option = options[chosen];
    if (option) input.setAttribute("aria-activedescendant", option.id);
    else input.removeAttribute("aria-activedescendant");
    option?.scrollIntoView({ block: "nearest" });
  };
  const go = (option: Element | undefined) => {
    const page = (option as HTMLElement | undefined)?.dataset.page;
    if (page === undefined) return;
    dialog.close();
    location.href = new URL(`${root}${page}`, document.baseURI).href;
  };
  const find = async () => {
    const wanted = input.value;
    try {
      index ??= load(`${root}assets/search.json`);
      const results = (await index).search(wanted).slice(0, most);
      if (wanted !== input.value) return;
      list.replaceChildren(...results.map(optionOf));
      status.textContent =
        wanted.trim() === "" ? "" : results.length === 0 ? `Nothing about "${wanted}"` : "";
      choose(0);
    } catch {
      index = undefined;
      status.textContent = "The search could not be loaded. Is the site still there?";
    }
  };

  document.querySelector(".search-button")?.addEventListener("click", open);
  document.addEventListener("keydown", (event) => {
    const typing = (event.target as HTMLElement).matches("input, textarea, select, [contenteditable]");
    const asks = event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (!asks && !(event.key === "k" && (event.ctrlKey || event.metaKey))) return;
    event.preventDefault();
    open();
  });
  input.addEventListener("input", find);
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown") choose(chosen + 1);
    else if (event.key === "ArrowUp") choose(chosen - 1);
    else if (event.key === "Enter") go(list.children[chosen]);
    else return;
    event.preventDefault();
  });
  list.addEventListener("click", (event) =>
    go((event.target as Element).closest("[role=option]") ?? undefined),
  );
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
}

async function load(address: string): Promise<MiniSearch<SearchEntry>> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return MiniSearch.loadJSON<SearchEntry>(await response.text(), searchOptions);
}

function createDialog() {
  const dialog = document.createElement("dialog");
  dialog.className = "search";
  dialog.setAttribute("aria-label", "Search");
  const input = document.createElement("input");
  const attributes = {
    type: "search",
    role: "combobox",
    placeholder: "Operations, parameters, guides, error codes",
    autocomplete: "off",
    spellcheck: "false",
    "aria-label": "Search operations, parameters, schemas, guides and error codes",
    "aria-controls": "search-results",
    "aria-expanded": "true",
    "aria-autocomplete": "list",
  };
  for (const [name, value] of Object.entries(attributes)) input.setAttribute(name, value);
  const list = document.createElement("div");
  list.id = "search-results";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "Results");
  const status = document.createElement("p");
  status.setAttribute("role", "status");
  dialog.append(input, status, list);
  document.body.append(dialog);
  return { dialog, input, list, status };
}

/** Built of text nodes only: what is found is never read as markup. */
function optionOf({ id, kind, title, place }: SearchResult, index: number): HTMLElement {
  const option = document.createElement("div");
  option.id = `search-result-${index}`;
  option.setAttribute("role", "option");
  option.dataset.page = id;
  for (const [name, text] of Object.entries({ title, place, kind })) {
    const part = document.createElement("span");
    part.className = name;
    part.textContent = text;
    option.append(part, " ");
  }
  return option;
}
