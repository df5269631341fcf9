import { cp, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type StaticServer, serveFolder } from "../../scripts/docs/server.ts";
import { useBrowser } from "../support/browser.ts";
import { findOperation } from "../support/spec.ts";
import { type DescriptionFile, descriptionFiles, pathOf } from "./description-files.ts";
import { createToolTable, npmVersion, type Tool } from "./tool-table.ts";

interface Viewer extends Partial<Tool> {
  name: string;
  /** The npm package, served under /assets/. */
  packageName: string;
  /** The body of the page that its documentation says to write. */
  page(file: DescriptionFile): string;
  /** Where countBackups is shown. */
  operation: string;
  /** Boxes that tell of an error or a warning in the description. */
  boxes: string;
  /** The page of countBackups, where the start page does not show it. */
  hash?: string;
  /** What goes wrong in the viewer itself, whatever it shows. */
  own?: string[];
}

const { summary, operationId } = findOperation("countBackups").operation;
const tag = "Backups";

const viewers: Viewer[] = [
  {
    name: "Swagger UI",
    packageName: "swagger-ui-dist",
    page: (file) => `<link rel="stylesheet" href="assets/swagger-ui.css">
<div id="swagger-ui"></div>
<script src="assets/swagger-ui-bundle.js"></script>
<script src="assets/swagger-ui-standalone-preset.js"></script>
<script>SwaggerUIBundle({
  url: "${file}", dom_id: "#swagger-ui", deepLinking: true, layout: "StandaloneLayout",
  presets: [SwaggerUIBundle.presets.apis, SwaggerUIStandalonePreset],
})</script>`,
    hash: `#/${tag}/${operationId}`,
    operation: `[id$="-${operationId}"] .opblock-body`,
    boxes: ".errors-wrapper, .version-pragma__message--ambiguous",
  },
  {
    name: "Redoc",
    packageName: "redoc",
    page: (file) => `<redoc spec-url="${file}" expand-responses="all"></redoc>
<script src="assets/bundles/redoc.standalone.js"></script>`,
    operation: `#operation\\/${operationId}, [id$="/${operationId}"]`,
    boxes: "text=Something went wrong",
    own: ["request: https://cdn.redoc.ly/redoc/logo-mini.svg", "console: Failed to load resource"],
    remarks: "Loads a logo from the host of its maker.",
  },
  {
    name: "Scalar",
    packageName: "@scalar/api-reference",
    page: (file) => `<div id="app"></div>
<script src="assets/dist/browser/standalone.js"></script>
<script>Scalar.createApiReference("#app", {
  url: "${file}", withDefaultFonts: false, telemetry: false, defaultOpenAllTags: true,
})</script>`,
    operation: `text="${summary}"`,
    boxes: ".scalar-error, [role=alert]",
  },
  {
    name: "Elements",
    packageName: "@stoplight/elements",
    page: (file) => `<link rel="stylesheet" href="assets/styles.min.css">
<script src="assets/web-components.min.js"></script>
<elements-api apiDescriptionUrl="${file}" router="hash"></elements-api>`,
    hash: `#/operations/${operationId}`,
    operation: `h1:text-is("${summary}")`,
    boxes: "[role=alert], .sl-callout--danger",
    own: Array(2).fill("console: ⚠️ React Router Future Flag Warning"),
    remarks: "Its own React Router warns of its next version.",
  },
];

const { describeTool, expectTable } = createToolTable("viewers");
let server: StaticServer | undefined;
const browser = useBrowser(() => server?.url ?? "");

for (const viewer of viewers) {
  const { name, packageName, page: body, operation, boxes, hash = "", own = [], ...more } = viewer;
  let folder: string;

  const tool = {
    tool: name,
    version: npmVersion(packageName),
    checked: "opens in Chromium without a message on the console, a warning or a request to another host",
    ...more,
  };
  describeTool(tool, (file) => {
    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), "csbs-viewer-"));
      await symlink(join(import.meta.dirname, "node_modules", packageName), join(folder, "assets"));
      for (const name of descriptionFiles) await cp(pathOf(name), join(folder, name));
      const head = `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,">`;
      await writeFile(join(folder, "index.html"), `${head}<title>${name}</title>${body(file)}`);
      await writeFile(join(folder, "404.html"), "not found");
      server = await serveFolder(folder);
    });
    afterAll(async () => {
      await server?.stop();
      await rm(folder, { recursive: true });
    });

    test("shows countBackups and no warning", async () => {
      const { page, open, problems } = await browser.watched();
      await open(`index.html${hash}`);
      await page.locator(operation).first().waitFor({ state: "visible", timeout: 300_000 });
      await page.evaluate(() => new Promise<void>((idle) => requestIdleCallback(() => idle())));
      expect(await page.locator(boxes).allTextContents()).toEqual([]);
      expect(problems).toEqual(own.map((text) => expect.stringContaining(text)));
    });
  });
}

expectTable();
