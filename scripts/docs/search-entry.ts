/** One thing that the search finds. */
export interface SearchEntry {
  /** Path and fragment from the root of the site. */
  id: string;
  kind: "Guide" | "Operation" | "Parameter" | "Schema" | "Property" | "Error code" | "Page";
  title: string;
  /** Where it is: the guide, the operation, the schema. */
  place: string;
  /** Plain text, of which the results show a sentence. */
  text: string;
}
