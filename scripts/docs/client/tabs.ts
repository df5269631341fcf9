import { keep, recall } from "./memory.ts";

const choice = "language";

/** Samples stand beneath one another; with a script they become tabs, and the language chosen last is kept. */
export function addTabs(): void {
  for (const [index, group] of [...document.querySelectorAll<HTMLElement>(".samples")].entries()) {
    const panels = [...group.querySelectorAll<HTMLElement>(".sample")];
    if (panels.length > 0) group.prepend(createTabs(panels, index));
    group.classList.add("tabbed");
  }
}

function createTabs(panels: HTMLElement[], group: number): HTMLElement {
  const list = document.createElement("div");
  list.setAttribute("role", "tablist");
  list.setAttribute("aria-label", "Language");
  const tabs = panels.map((panel, index) => {
    const tab = document.createElement("button");
    tab.type = "button";
    tab.id = `tab-${group}-${index}`;
    tab.textContent = panel.dataset.label ?? "";
    tab.setAttribute("role", "tab");
    panel.id = `panel-${group}-${index}`;
    panel.setAttribute("role", "tabpanel");
    panel.setAttribute("aria-labelledby", tab.id);
    tab.setAttribute("aria-controls", panel.id);
    tab.addEventListener("click", () => {
      choose(index);
      keep(choice, tab.textContent);
    });
    return tab;
  });
  const choose = (chosen: number) => {
    for (const [index, tab] of tabs.entries()) {
      tab.setAttribute("aria-selected", String(index === chosen));
      tab.tabIndex = index === chosen ? 0 : -1;
      (panels[index] as HTMLElement).hidden = index !== chosen;
    }
  };
  list.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    const next =
      (tabs.indexOf(document.activeElement as HTMLButtonElement) + step + tabs.length) % tabs.length;
    tabs[next]?.focus();
    tabs[next]?.click();
  });
  list.append(...tabs);
  choose(
    Math.max(
      0,
      tabs.findIndex((tab) => tab.textContent === recall(choice)),
    ),
  );
  return list;
}
