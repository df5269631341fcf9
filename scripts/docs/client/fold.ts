/** The list of pages is folded on narrow screens, that of sections where it stands above the text. */
export function foldLists(): void {
  fold(".sidebar", "(max-width: 60rem)");
  fold(".contents", "(max-width: 80rem)");
  const sidebar = document.querySelector<HTMLElement>(".sidebar");
  const current = sidebar?.querySelector<HTMLElement>('[aria-current="page"]');
  if (sidebar && current && current.offsetTop > sidebar.clientHeight) {
    sidebar.scrollTop = current.offsetTop - sidebar.clientHeight / 2;
  }
}

function fold(selector: string, media: string): void {
  const part = document.querySelector<HTMLDetailsElement>(selector);
  if (part === null) return;
  const narrow = matchMedia(media);
  const apply = () => {
    part.open = !narrow.matches;
  };
  apply();
  narrow.addEventListener("change", apply);
}
