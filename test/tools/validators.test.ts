import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { parseLines } from "../support/programs.ts";
import { openWorkshop, type Workshop } from "../support/workshop.ts";
import { type DescriptionFile, descriptionFiles, pathOf, readDocument } from "./description-files.ts";
import { cases, classifiedRequests } from "./exchanges.ts";
import { createToolTable, expectFindings, pinnedVersion } from "./tool-table.ts";

const { describeTool, expectTable } = createToolTable("validators");
const python = (program: string) => join(inject("pythonPrograms"), program);
const pythonVersion = (name: string) => pinnedVersion("python/requirements.txt", `\n${name}==`);

const exchangesOf = (file: DescriptionFile) => `exchanges-${file}.json`;
let workshop: Workshop;

beforeAll(async () => {
  const responses = new Map(cases.map(({ id, response }) => [id, response]));
  const folder = await mkdtemp(join(tmpdir(), "csbs-validators-"));
  const inputs = descriptionFiles.map((file) => join(folder, exchangesOf(file)));
  for (const [index, file] of descriptionFiles.entries()) {
    const all = classifiedRequests(file).map((request) => ({
      ...request,
      response: responses.get(request.name),
    }));
    await writeFile(inputs[index] ?? "", JSON.stringify(all));
  }
  workshop = await openWorkshop(join(import.meta.dirname, "go-validators"), inputs);
  await rm(folder, { recursive: true });
});
afterAll(() => workshop.close());

const specValidator = {
  tool: "openapi-spec-validator",
  version: pythonVersion("openapi-spec-validator"),
  checked: "validates the description",
};

describeTool(specValidator, (file) => {
  test("has no finding", async () => {
    const output = await workshop.run(
      `${python("openapi-spec-validator")} --validation-errors all ${pathOf(file)}`,
    );
    expect(output.trim()).toBe(`${pathOf(file)}: OK`);
  });
});

const pyYaml = {
  tool: "PyYAML",
  version: pythonVersion("pyyaml"),
  checked: "reads the same as JSON by YAML 1.1",
};

describeTool(pyYaml, (file) => {
  test("reads the same as JSON", async () => {
    const program = "import json, sys, yaml; json.dump(yaml.safe_load(open(sys.argv[1])), sys.stdout)";
    const output = await workshop.run(`${python("python")} -c '${program}' ${pathOf(file)}`);
    expect(JSON.parse(output)).toEqual(readDocument(file));
  });
});

interface Finding {
  name: string;
  about: string;
  message: string;
}

/** Findings that are the library's own fault, by what they begin with. Each must be there. */
interface Library {
  tool: string;
  module: string;
  own: RegExp[];
  remarks: string;
}

const libraries: Library[] = [
  {
    tool: "kin-openapi",
    module: "github.com/getkin/kin-openapi ",
    own: [
      /^\w+, bad: (limit|name) twice/,
      /^\w+, bad: all_tenants that is not a boolean/,
      /^remove\w+Tag, bad: key with an/,
    ],
    remarks:
      "Takes the first of repeated values, takes 1 for a boolean, and compares path parameters with their pattern while they are encoded.",
  },
  {
    tool: "libopenapi-validator",
    module: "github.com/pb33f/libopenapi-validator ",
    own: [
      /^\w+, bad: (limit|name) twice/,
      /^\w+, bad: all_tenants that is not a boolean/,
      /'allowReserved'|exploded correctly/,
    ],
    remarks:
      "Takes the first of repeated values, takes 1 for a boolean, and refuses : in a query unless it is percent-encoded.",
  },
];

for (const { tool, module, own, remarks } of libraries) {
  const version = pinnedVersion("go-validators/go.mod", module);
  const checked = "validates the description with its examples, and the requests and responses of the tests";
  describeTool({ tool, version, checked, remarks }, (file) => {
    test("has no finding but its own faults", { timeout: 900_000 }, async () => {
      await workshop.run("go build -o validate .");
      const findings = parseLines<Finding>(
        await workshop.run(`./validate ${tool} ${pathOf(file)} ${exchangesOf(file)}`),
      );
      const last = findings.pop();
      const texts = findings.map(({ name, about, message }) => `${name}, ${about}: ${message}`);
      expectFindings(texts, own);
      expect(last).toEqual({
        name: "exchanges",
        about: String(classifiedRequests(file).length),
        message: "",
      });
    });
  });
}

expectTable();
