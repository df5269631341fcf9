/** A button on every block of code that puts it on the clipboard, and says so. */
export function addCopyButtons(): void {
  for (const block of document.querySelectorAll<HTMLElement>(".code")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = "Copy";
    button.addEventListener("click", async () => {
      const done = await copy(block.querySelector("pre")?.textContent ?? "");
      button.textContent = done ? "Copied" : "Not allowed";
      setTimeout(() => {
        button.textContent = "Copy";
      }, 2000);
    });
    block.append(button);
  }
  // For who cannot see the button change.
  const status = document.createElement("div");
  status.setAttribute("role", "status");
  status.className = "unseen";
  document.body.append(status);
  document.addEventListener("copied", () => {
    status.textContent = "Copied";
  });
}

async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    document.dispatchEvent(new Event("copied"));
    return true;
  } catch {
    return false;
  }
}
