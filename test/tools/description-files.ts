import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Document } from "../../src/spec/document.ts";
import { root } from "../support/process.ts";

/** The files of generated/ that other teams give to their tools. */
export const descriptionFiles = ["openapi.yaml", "openapi-3.0.json"] as const;
export type DescriptionFile = (typeof descriptionFiles)[number];

export function pathOf(file: DescriptionFile | "openapi.json" | "fixtures.json"): string {
  return join(root, "generated", file);
}

/** A file, parsed. openapi.json has what openapi.yaml has, as yaml.test.ts shows. */
export function readDocument(file: DescriptionFile): Document {
  const name = file === "openapi.yaml" ? "openapi.json" : file;
  return JSON.parse(readFileSync(pathOf(name), "utf8")) as Document;
}
