/** Only while somebody writes: loads the page again when the server says that it changed. */
const root = document.body.dataset.root ?? "";
new EventSource(new URL(`${root}reload`, location.href)).addEventListener("message", () => location.reload());

export {};
