/** Refuses two responses of the operations that are the same: a component says it once. */
export default function noRepeatedResponse(document, _, { path }) {
  const first = new Map();
  const findings = [];
  for (const [route, item] of Object.entries(document.paths ?? {})) {
    for (const [method, operation] of Object.entries(item)) {
      for (const [status, response] of Object.entries(operation?.responses ?? {})) {
        if (response.$ref !== undefined || status.startsWith("2")) continue;
        const text = JSON.stringify(response);
        const twin = first.get(text);
        const here = `${method} ${route} ${status}`;
        if (twin === undefined) first.set(text, here);
        else {
          findings.push({
            message: `This repeats the response of ${twin}: make it a component and refer to it.`,
            path: [...path, "paths", route, method, "responses", status],
          });
        }
      }
    }
  }
  return findings;
}
