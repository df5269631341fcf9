import { showColoursSwitch } from "./colours.ts";
import { followContents } from "./contents.ts";
import { addCopyButtons } from "./copy.ts";
import { foldLists } from "./fold.ts";
import { addSearch } from "./search.ts";
import { addTabs } from "./tabs.ts";
import { addTryPanels } from "./try.ts";

/** Everything here is on top: without it the pages can be read and followed all the same. */
showColoursSwitch();
// From file://, browsers do not load the index of the search.
const isFile = location.protocol === "file:";
if (!isFile) addSearch();
addTabs();
addCopyButtons();
addTryPanels();
foldLists();
followContents();
for (const tools of document.querySelectorAll<HTMLElement>(".tools")) tools.hidden = false;
if (isFile) document.querySelector(".search-button")?.remove();
