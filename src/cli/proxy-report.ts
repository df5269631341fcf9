import type { Report, ReportedFinding } from "../proxy/report.ts";

/** A report as text for people. */
export function reportText({ calls, deviations, differences, leftOut }: Report): string {
  const { total, inspected, ...others } = calls;
  if (total === 0) return "no calls came through the proxy, so nothing was compared\n";
  const reasons = Object.entries(others).filter(([, count]) => count > 0);
  const left = reasons.map(([reason, count]) => `${count} ${reasonWords[reason as keyof typeof others]}`);
  return [
    `${counted(total, "call")}, ${inspected} inspected${left.length === 0 ? "" : ` (${left.join(", ")})`}`,
    ...section(counted(deviations.length, "deviation"), "from the description", deviations),
    ...section(counted(differences.length, "known difference"), "confirmed", differences),
    ...(leftOut === 0 ? [] : [`${leftOut} more findings were left out`]),
  ]
    .map((line) => `${line}\n`)
    .join("");
}

const reasonWords = {
  tooLarge: "with a body that is too large",
  unreadable: "with an unknown compression",
  cut: "cut",
  busy: "while too many calls waited",
  failed: "by a bug of csbs-api",
} as const;

function section(title: string, about: string, findings: readonly ReportedFinding[]): string[] {
  return [
    `${title} ${about}${findings.length === 0 ? "" : ":"}`,
    ...findings.map((finding) => `  ${lineOf(finding)}`),
  ];
}

function lineOf({
  operation,
  in: place,
  pointer,
  kind,
  expected,
  received,
  rows,
  count,
  values,
}: ReportedFinding): string {
  const what = kind === undefined ? received : `${received}; described: ${expected}`;
  const row = rows.length === 0 ? "" : ` [${rows.join(", ")}]`;
  const examples = values === undefined ? "" : ` (${values.join(", ")})`;
  return `${count}x ${operation} ${place} ${pointer === "" ? "" : `${pointer} `}${kind === undefined ? "" : `${kind}: `}${what}${row}${examples}`;
}

function counted(count: number, noun: string): string {
  return `${count === 0 ? "no" : count} ${noun}${count === 1 ? "" : "s"}`;
}
