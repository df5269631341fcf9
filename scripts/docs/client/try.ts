/** Shows the forms that send an operation to a mock on this machine. Nothing is sent anywhere else. */
export function addTryPanels(): void {
  for (const panel of document.querySelectorAll<HTMLElement>(".try")) {
    const [form, result] = [panel.querySelector("form"), panel.querySelector<HTMLElement>(".result")];
    const command = panel.querySelector(".start code");
    if (form === null || result === null || command === null) continue;
    command.append(allowThisOrigin());
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      const lines = await send(form).catch((error: Error) => [
        `The request cannot be sent: ${error.message}`,
      ]);
      // Text nodes only: what a mock returns is never read as markup.
      result.replaceChildren(
        ...lines.map((line, index) => {
          const part = document.createElement(index === lines.length - 1 && index > 0 ? "pre" : "p");
          part.textContent = line;
          if (part.tagName === "PRE") part.tabIndex = 0;
          return part;
        }),
      );
      result.hidden = false;
    });
    panel.hidden = false;
  }
}

/** The mock lets pages of loopback origins read responses; it must be told about others. */
function allowThisOrigin(): string {
  const isLoopback = /^(localhost|127(\.\d+){3}|\[::1\])$/.test(location.hostname);
  return isLoopback ? "" : ` --allowed-origin ${location.protocol === "file:" ? "null" : location.origin}`;
}

/** Status and duration, the reasons of a refusal, and the body. */
async function send(form: HTMLFormElement): Promise<string[]> {
  const { method = "GET", path = "", tokenHeader = "" } = form.dataset;
  const values = new FormData(form);
  const of = (name: string) => String(values.get(name) ?? "");
  const query = new URLSearchParams();
  const headers: Record<string, string> = { [tokenHeader]: "any" };
  for (const [name, text] of values) {
    const [place, key = ""] = name.split(/\.(.*)/s);
    for (const value of String(text).split(/\r?\n/).filter(Boolean)) {
      if (place === "query") query.append(key, value);
      if (place === "header") headers[key] = value;
    }
  }
  const endpoint = `http://127.0.0.1:${of("port")}`;
  const target = path.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(of(`path.${name}`)));
  const body = values.has("body") ? of("body") : undefined;
  if (body !== undefined) headers["Content-Type"] = "application/json";
  const start = performance.now();
  let response: Response;
  let text: string;
  try {
    response = await fetch(`${endpoint}${target}${query.size > 0 ? `?${query}` : ""}`, {
      method,
      headers,
      ...(body !== undefined && { body }),
      credentials: "omit",
      redirect: "manual",
      signal: AbortSignal.timeout(30_000),
    });
    text = await response.text();
  } catch {
    return [`No response from ${endpoint}. Start the mock with the command above, and check its port.`];
  }
  const duration = Math.round(performance.now() - start);
  const json = parsed(text);
  return [
    `Status ${response.status} ${response.statusText}, ${duration} ms`,
    ...(response.ok ? [] : message(json)),
    ...decodeURIComponent(response.headers.get("mock-reasons") ?? "")
      .split("; ")
      .filter(Boolean),
    text === "" ? "No body." : json === undefined ? text : JSON.stringify(json, null, 2),
  ];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function message(body: unknown): string[] {
  const { error_code: code, error_msg: message } = (body ?? {}) as Record<string, unknown>;
  return typeof message === "string" ? [`${code ?? "Refused"}: ${message}`] : [];
}
