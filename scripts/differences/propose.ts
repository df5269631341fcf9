import type { ReportedFinding } from "../../src/proxy/report.ts";
import { addEntry, flow, listAt, setEntry } from "./edit.ts";
import { locateOperation, locateSchema } from "./locate.ts";
import type { Place, Sources } from "./sources.ts";
import { addRow } from "./table.ts";

const evidenceFile = "openapi/common/evidence.yaml";

/**
 * Proposes a row and a change of the schema for each deviation without a row. Nothing is written; people decide what
 * the description is to say.
 */
export function propose(sources: Sources, deviations: readonly ReportedFinding[], date: string): string[] {
  const rows = new Map<string, ReportedFinding>();
  for (const deviation of deviations) {
    const row = nameOf(deviation, new Set([...rows.keys(), ...namesOf(sources)]));
    rows.set(row, deviation);
    addRow(sources, row, deviation, date);
    addEvidence(sources, row, deviation);
    changeSchema(sources, row, deviation, date);
  }
  return [...rows.keys()];
}

function changeSchema(sources: Sources, row: string, finding: ReportedFinding, date: string): void {
  const place = locateSchema(sources, finding) ?? locateOperation(sources, finding.operation);
  if (place === undefined) return;
  const name = lastName(finding);
  const properties = sources.child(place, "properties");
  if (finding.kind === "undescribed" && properties !== undefined && name !== "*") {
    addEntry(sources, properties, [
      `${name}:`,
      `  type: ${yamlType(finding.received)}`,
      `  x-csbs-differences: [${row}]`,
      `  description: Seen in a report of ${date}; no page has it.`,
    ]);
    return;
  }
  const types = listAt(sources, place, "type");
  if (finding.kind === "missing") {
    const required = listAt(sources, place, "required").filter((one) => one !== name);
    setEntry(sources, place, "required", flow(required));
  } else if (finding.kind === "type" && types.length > 0) {
    setEntry(sources, place, "type", flow(widened(types, finding.received)));
  }
  addPointer(sources, place, row);
}

function yamlType(received: string): string {
  return received === "null" ? '"null"' : received;
}

/** A number includes an integer. */
function widened(types: readonly string[], received: string): string[] {
  return [...types.filter((type) => received !== "number" || type !== "integer"), received];
}

function addPointer(sources: Sources, place: Place, row: string): void {
  const rows = [...new Set([...listAt(sources, place, "x-csbs-differences"), row])].sort();
  setEntry(sources, place, "x-csbs-differences", flow(rows));
}

function addEvidence(sources: Sources, row: string, { kind, received, pointer }: ReportedFinding): void {
  const name = lastName({ pointer });
  const evidence =
    kind === "undescribed"
      ? "{}"
      : kind === "missing"
        ? `{ type: object, not: { required: [${name}] } }`
        : kind === "type" && received !== "invalid JSON"
          ? `{ type: ${yamlType(received)} }`
          : kind === "status"
            ? `{ required: [status], properties: { status: { const: ${received.replace(/\D/g, "")} } } }`
            : "refusal";
  const lines = sources.read(evidenceFile).split("\n");
  const after = lines.findIndex((line) => /^[a-z]/.test(line) && (line.split(":")[0] ?? "") > row);
  lines.splice(after === -1 ? lines.length - 1 : after, 0, `${row}: ${evidence}`);
  sources.write(evidenceFile, lines.join("\n"));
}

function namesOf(sources: Sources): string[] {
  return sources.read(evidenceFile).match(/^[a-z][a-z0-9-]*(?=:)/gm) ?? [];
}

/** Such as `lock-mode`, and `lock-mode-type` if there is a row of this name. */
function nameOf(finding: ReportedFinding, taken: ReadonlySet<string>): string {
  const { kind = "value", operation, received, pointer } = finding;
  const fields = pointer.split("/").filter((part) => part !== "" && part !== "*");
  const subject =
    fields.length === 0 ? `${operation}-${kind === "status" ? received : kind}` : fields.slice(-2).join("-");
  const name = subject
    .replace(/[A-Z]+/g, (letters) => `-${letters.toLowerCase()}`)
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  const candidates = [name, `${name}-${kind.replace(" ", "-")}`];
  for (let number = 2; ; number++) {
    const free = candidates.find((one) => !taken.has(one));
    if (free !== undefined) return free;
    candidates.push(`${name}-${number}`);
  }
}

function lastName({ pointer }: Pick<ReportedFinding, "pointer">): string {
  return pointer.slice(pointer.lastIndexOf("/") + 1);
}
