/** Each difference in sentences, as Markdown, by the name of its row in the guide on differences. */
export function readDifferences(source: string): Map<string, string> {
  const rows = source
    .split("\n")
    .filter((line) => line.startsWith("| "))
    .map((line) => line.split("|").map((cell) => cell.trim()));
  return new Map(
    rows.map(([, row = "", where = "", documented = "", seen = "", does = ""]) => [
      row,
      `Sources differ on ${where}. ${sentence(documented)} But: ${ended(seen)} This description: ${ended(does)} [Evidence](differences.md#${row})`,
    ]),
  );
}

function sentence(text: string): string {
  return ended(text.charAt(0).toUpperCase() + text.slice(1));
}

function ended(text: string): string {
  return text.endsWith(".") ? text : `${text}.`;
}
