/** How many tests of a JUnit report passed, and how many did not; those that were skipped count as neither. */
export function readJUnit(xml: string): { passed: number; failed: number } {
  const [, attributes = ""] = /<testsuites([^>]*)>/.exec(xml) ?? [];
  const number = (name: string) =>
    Number(new RegExp(`\\b${name}="(\\d+)"`).exec(attributes)?.[1] ?? Number.NaN);
  const failed = number("failures") + number("errors");
  const passed = number("tests") - failed - number("skipped");
  if (Number.isNaN(passed)) throw new Error("the JUnit report does not tell how many tests there were");
  return { passed, failed };
}
