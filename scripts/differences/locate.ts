import { parse } from "yaml";
import type { ReportedFinding } from "../../src/proxy/report.ts";
import { keysOf, type Place, type Sources } from "./sources.ts";

const root = "openapi/openapi.yaml";
const methods = ["get", "post", "put", "delete", "patch"];

/** The operation in the source files. */
export function locateOperation(sources: Sources, operationId: string): Place | undefined {
  const { paths } = parse(sources.read(root)) as { paths: object };
  for (const path of Object.keys(paths)) {
    for (const method of methods) {
      const place = sources.child({ file: root, path: ["paths", path] }, method);
      if (place !== undefined && sources.map(place)?.map.get("operationId") === operationId) return place;
    }
  }
  return undefined;
}

/**
 * The schema of the value that a finding is about; for one that is missing or not described, that of its object.
 * Undefined if the source has no such place, as for statuses and unknown parameters.
 */
export function locateSchema(sources: Sources, finding: ReportedFinding): Place | undefined {
  const operation = locateOperation(sources, finding.operation);
  if (operation === undefined || (finding.in !== "request" && finding.in !== "response")) return undefined;
  const parts = finding.pointer.split("/").slice(1);
  const isOfObject = finding.kind === "missing" || finding.kind === "undescribed";
  const path = isOfObject ? parts.slice(0, -1) : parts;
  if (isOfObject && parts.length === 0) return undefined;
  for (const start of bodies(sources, operation, finding.in)) {
    const place = follow(sources, start, path);
    if (place !== undefined) return place;
  }
  return undefined;
}

/** The schemas of the bodies, of the responses those of success first. */
function bodies(sources: Sources, operation: Place, place: "request" | "response"): Place[] {
  const content = ["content", "application/json", "schema"];
  if (place === "request")
    return [sources.child(operation, "requestBody", ...content)].filter((one) => one !== undefined);
  const responses = sources.child(operation, "responses");
  const found = responses && sources.map(responses);
  if (responses === undefined || found === undefined) return [];
  return keysOf(found.map)
    .map((status) => sources.child(responses, status, ...content))
    .filter((one) => one !== undefined);
}

function follow(sources: Sources, place: Place, parts: readonly string[]): Place | undefined {
  const [part, ...others] = parts;
  if (part === undefined) return place;
  const direct = part === "*" ? sources.child(place, "items") : sources.child(place, "properties", part);
  if (direct !== undefined) return follow(sources, direct, others);
  for (const key of ["oneOf", "anyOf", "allOf"]) {
    const branches = sources.map(place)?.map.get(key) as { items?: unknown[] } | undefined;
    for (const index of (branches?.items ?? []).keys()) {
      const branch = sources.map({ file: place.file, path: [...place.path, key, index] })?.place;
      const found = branch && follow(sources, branch, parts);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}
