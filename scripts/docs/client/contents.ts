/** Marks in "On this page" which section is being read. */
export function followContents(): void {
  const links = new Map(
    [...document.querySelectorAll<HTMLAnchorElement>(".contents a")].map((link) => [
      link.hash.slice(1),
      link,
    ]),
  );
  const headings = [...links.keys()].map((id) => document.getElementById(decodeURIComponent(id)));
  const mark = () => {
    const passed = headings.filter(
      (heading) => heading !== null && heading.getBoundingClientRect().top < 120,
    );
    const current = passed.at(-1)?.id;
    for (const [id, link] of links) link.toggleAttribute("data-current", id === current);
  };
  addEventListener("scroll", mark, { passive: true });
  mark();
}
