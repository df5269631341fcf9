import { recall } from "./memory.ts";

/** Runs before the page is drawn: the colours that the reader chose, or none, and then the system's hold. */
const chosen = recall("colours");
if (chosen === "light" || chosen === "dark") document.documentElement.dataset.colours = chosen;
