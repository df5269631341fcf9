import type { createServer } from "@stoplight/prism-http-server";

type Prism = ReturnType<typeof createServer>["prism"];
type Ask = Prism["request"];

/**
 * Mends what Prism gets wrong between its server and its core. Its server writes the violations into
 * a header, and a name that no header can carry ends the process; it drops parameters whose value is
 * empty before they are checked; it looks for a method beyond the path that fits best; and its 405 does
 * not say which methods there are.
 */
export function guardPrism(prism: Prism): void {
  const ask: Ask = prism.request;
  prism.request = (input, operations, config) => async () => {
    const { url } = input;
    const here = operationsAt(url.path, operations);
    const asked = { ...input, url: { ...url, query: checkable(url.query) } };
    const result = await ask(asked, here.length === 0 ? operations : here, config)();
    if (result._tag === "Left") {
      nameMethods(
        result.left,
        here.map(({ method }) => method.toUpperCase()),
      );
    } else {
      for (const violation of Object.values(result.right.validations).flat()) {
        violation.message = plain(violation.message);
        if (violation.path !== undefined) violation.path = violation.path.map(plain);
      }
    }
    return result;
  };
}

type Query = Parameters<Ask>[0]["url"]["query"];

/** An empty value inside a list is checked. No parameter of the description takes one, so each is refused. */
function checkable(query: Query = {}): NonNullable<Query> {
  return Object.fromEntries(
    Object.entries(query).map(([name, value]) => [name, value === "" ? [value] : value]),
  );
}

/** What is not printable ASCII, as JSON would escape it. */
function plain(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

function nameMethods(error: Error & { status?: number; additional?: object }, methods: string[]): void {
  if (error.status !== 405) return;
  // Prism copies what is enumerable here into the body, and sends `headers` as headers.
  error.additional = Object.defineProperty({ ...error.additional }, "headers", {
    value: { Allow: methods.join(", ") },
  });
}

/** The operations of one path: of those that fit, the one with the fewest templates, as OpenAPI has it. */
function operationsAt<Operation extends { path: string }>(
  path: string,
  operations: Operation[],
): Operation[] {
  const fitting = operations.filter((operation) => fits(operation.path, path));
  const fewest = Math.min(...fitting.map((operation) => templatesIn(operation.path)));
  return fitting.filter((operation) => templatesIn(operation.path) === fewest);
}

function fits(template: string, path: string): boolean {
  const parts = path.split("/");
  const wanted = template.split("/");
  return (
    parts.length === wanted.length &&
    wanted.every((part, index) => part.startsWith("{") || part === parts[index])
  );
}

function templatesIn(path: string): number {
  return path.split("{").length - 1;
}
