/** A link may lead into something folded: it is opened, and the browser goes there. */
export function unfoldTarget(): void {
  const unfold = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target === null) return;
    let folded = target.closest<HTMLDetailsElement>("details:not([open])");
    if (folded === null) return;
    while (folded !== null) {
      folded.open = true;
      folded = folded.closest<HTMLDetailsElement>("details:not([open])");
    }
    target.scrollIntoView();
  };
  addEventListener("hashchange", unfold);
  unfold();
}
