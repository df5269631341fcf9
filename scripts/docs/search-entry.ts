/** One thing that the search finds. Short names: the index holds thousands of them. */
export interface SearchEntry {
  /** Path and fragment from the root of the site. */
  id: string;
  kind: "Guide" | "Operation" | "Parameter" | "Schema" | "Property" | "Error code" | "Page";
  title: string;
  /** Where it is: the guide, the operation, the schema. */
  place: string;
  text: string;
}
