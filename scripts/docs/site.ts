import type { Document } from "../../src/spec/document.ts";
import { type FoundOperation, listOperations } from "../../src/spec/operations.ts";
import type { CodeSample } from "../samples.ts";
import type { Guide, GuideGroup } from "./guides.ts";
import type { Html } from "./html.ts";
import type { SearchEntry } from "./search-entry.ts";

/** What pages are made from. */
export interface Site {
  document: Document;
  operations: FoundOperation[];
  samples: Record<string, CodeSample[]>;
  groups: GuideGroup[];
  guides: Guide[];
  version: string;
  /** Where the sources are, if package.json says so. */
  repository: string | undefined;
  /** The address of the site, if it is known; ends in a slash. */
  address: string | undefined;
  /** The folder on the host, for the page that is shown at any depth. */
  base: string;
  /** The date of the last change of each file of the repository, if git knows it. */
  changed: Map<string, string>;
}

/** A page of the site. */
export interface Page {
  /** Path from the root of the site, such as `reference/countBackups.html`. */
  path: string;
  title: string;
  /** One sentence for search engines. */
  description: string;
  body: Html;
  /** The file in the repository that it is made from. */
  source?: string | undefined;
  contents?: Heading[];
  previous?: Link | undefined;
  next?: Link | undefined;
  /** The landing page and the like do without the list of pages at the side. */
  wide?: boolean;
  /** Its text has two columns, so the list of sections gives up its place at the side. */
  split?: boolean;
  search: SearchEntry[];
}

export interface Heading {
  id: string;
  text: string;
  level: number;
}

export interface Link {
  path: string;
  text: string;
}

/** A link from one page to another that works under any folder of any host. */
export function relative(from: string, to: string): string {
  const [target = "", fragment] = to.split("#", 2);
  const above = from.split("/").slice(0, -1);
  const below = target.split("/");
  while (above.length > 0 && below.length > 1 && above[0] === below[0]) {
    above.shift();
    below.shift();
  }
  const path = target === from ? "" : [...above.map(() => ".."), ...below].join("/");
  return fragment === undefined ? path || (target.split("/").at(-1) ?? "") : `${path}#${fragment}`;
}

export function operationPath(operationId: string): string {
  return `reference/${operationId}.html`;
}

export function schemaPath(name: string): string {
  return `reference/schemas/${name}.html`;
}

export const pages = {
  start: "index.html",
  reference: "reference/index.html",
  schemas: "reference/schemas/index.html",
  downloads: "downloads.html",
  changelog: "changelog.html",
  security: "security.html",
  notFound: "404.html",
} as const;

/** Where a host shows a file of the repository, and where it lets people edit it. */
export function viewAddress(repository: string): string {
  return `${repository}/blob/main/`;
}

export function editAddress(repository: string, file: string): string {
  return `${repository}/edit/main/${file}`;
}

/** The files for download lie beside the landing page, under the names they have in generated/. */
export const downloads = [
  { file: "openapi.yaml", title: "OpenAPI 3.1, YAML", use: "Your tool reads OpenAPI 3.1; the default." },
  { file: "openapi.json", title: "OpenAPI 3.1, JSON", use: "The same, for tools that want JSON." },
  { file: "openapi-3.0.json", title: "OpenAPI 3.0, JSON", use: "Your generator stops at OpenAPI 3.0." },
] as const;

/** What the clouds of `x-csbs-clouds` are called. */
const cloudNames: Record<string, string> = {
  otc: "Open Telekom Cloud",
  huaweicloud: "Huawei Cloud",
  "eu-west-0": "Flexible Engine",
};

/** The clouds that document any operation. */
export function allClouds(document: Document): string[] {
  return [...new Set(listOperations(document).flatMap(({ operation }) => operation["x-csbs-clouds"]))];
}

export function cloudName(cloud: string): string {
  return cloudNames[cloud] ?? cloud;
}
