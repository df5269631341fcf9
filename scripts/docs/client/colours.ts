import { keep } from "./memory.ts";

const order = ["system", "light", "dark"] as const;
const names = { system: "as the system", light: "light", dark: "dark" };

/** The button goes from the system's colours to light to dark, and the choice is kept. */
export function showColoursSwitch(): void {
  const button = document.querySelector<HTMLButtonElement>(".theme-button");
  if (button === null) return;
  const root = document.documentElement;
  const current = () => (root.dataset.colours as (typeof order)[number] | undefined) ?? "system";
  const show = () => {
    button.dataset.shows = current();
    button.setAttribute("aria-label", `Colours: ${names[current()]}`);
  };
  button.addEventListener("click", () => {
    const next = order[(order.indexOf(current()) + 1) % order.length] ?? "system";
    if (next === "system") delete root.dataset.colours;
    else root.dataset.colours = next;
    keep("colours", next === "system" ? undefined : next);
    show();
  });
  show();
}
