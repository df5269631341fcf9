/** The list of pages is open where there is room beside the text, and folded above it where there is none. */
export function foldSidebar(): void {
  const sidebar = document.querySelector<HTMLDetailsElement>(".sidebar");
  if (sidebar === null) return;
  const narrow = matchMedia("(max-width: 60rem)");
  const fold = () => {
    sidebar.open = !narrow.matches;
  };
  narrow.addEventListener("change", fold);
  fold();
  const current = sidebar.querySelector<HTMLElement>('[aria-current="page"]');
  if (current !== null && !narrow.matches) {
    sidebar.scrollTop = current.offsetTop - sidebar.clientHeight / 2;
  }
}
