import { join } from "node:path";
import { ComponentType, HashAlgorithm } from "@cyclonedx/cyclonedx-library/Enums";
import { Bom, Component, Property, SpdxLicense } from "@cyclonedx/cyclonedx-library/Models";
import { JSON as Json, JsonSerializer } from "@cyclonedx/cyclonedx-library/Serialize";
import { isSupportedSpdxId } from "@cyclonedx/cyclonedx-library/SPDX";
import { Spec1dot6 } from "@cyclonedx/cyclonedx-library/Spec";
import { JsonStrictValidator } from "@cyclonedx/cyclonedx-library/Validation";
import type { Library } from "./libraries.ts";

/** What the bill says of the package itself. */
export interface Subject {
  name: string;
  version: string;
  description: string;
  license: string;
}

/**
 * sbom.cdx.json: every library whose code comes with the package, installed or bundled, by
 * CycloneDX 1.6. It has no date and no serial number, so that the same sources give the same bytes.
 *
 * @throws Error when the result does not fit CycloneDX's schema.
 */
export async function sbomOf(subject: Subject, libraries: Library[]): Promise<string> {
  const bom = new Bom();
  const root = componentOf(subject);
  root.description = subject.description;
  bom.metadata.component = root;
  // By folder: of some libraries there are several versions.
  const components = new Map(libraries.map((library) => [library.folder, libraryComponent(library)]));
  for (const { folder, dependencies, direct } of libraries) {
    const component = components.get(folder) as Component;
    if (direct) root.dependencies.add(component.bomRef);
    const top = folder.slice(0, folder.indexOf("node_modules"));
    for (const asked of dependencies) {
      const own = components.get(join(folder, "node_modules", asked));
      const other = own ?? components.get(join(top, "node_modules", asked));
      if (other !== undefined) component.dependencies.add(other.bomRef);
    }
    bom.components.add(component);
  }
  const serializer = new JsonSerializer(new Json.Normalize.Factory(Spec1dot6));
  const text = `${serializer.serialize(bom, { sortLists: true, space: 2 })}\n`;
  await validate(text);
  return text;
}

/** Fails unless the text is a bill of materials by CycloneDX's own schema. */
export async function validate(text: string): Promise<void> {
  const problems = await new JsonStrictValidator(Spec1dot6.version).validate(text);
  if (problems !== null) throw new Error(`The bill of materials is none: ${JSON.stringify(problems)}`);
}

function libraryComponent({ integrity, bundledInto, installed, ...library }: Library): Component {
  const component = componentOf(library);
  const [algorithm, hash = ""] = integrity.split("-");
  if (algorithm !== "sha512") throw new Error(`${library.name} is locked by ${algorithm}, not by sha512`);
  component.hashes.set(HashAlgorithm["SHA-512"], Buffer.from(hash, "base64").toString("hex"));
  if (!installed) component.properties.add(new Property("cdx:npm:package:bundled", "true"));
  for (const file of bundledInto) component.properties.add(new Property("csbs-api:bundled-into", file));
  return component;
}

function componentOf({ name, version, license }: Pick<Subject, "name" | "version" | "license">): Component {
  if (!isSupportedSpdxId(license)) throw new Error(`${name} has no licence of SPDX: "${license}"`);
  const component = new Component(ComponentType.Library, name, {
    version,
    bomRef: `${name}@${version}`,
    purl: `pkg:npm/${name.replace("@", "%40")}@${version}`,
  });
  component.licenses.add(new SpdxLicense(license));
  return component;
}
