import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, inject, test } from "vitest";
import { findLibraries } from "../../scripts/build/libraries.ts";
import { sbomOf, validate } from "../../scripts/build/sbom.ts";
import { installForTest } from "./consumer.ts";
import { secretsIn } from "./secrets.ts";

const tarball = inject("tarball");
const read = (file: string) => readFile(join(tarball.folder, file), "utf8");

interface Bom {
  components: {
    name: string;
    version: string;
    licenses: { license: { id: string } }[];
    hashes: { content: string }[];
    properties?: { name: string; value: string }[];
  }[];
  dependencies: { ref: string; dependsOn?: string[] }[];
}

interface Manifest {
  name: string;
  version: string;
  license: string;
  scripts?: { [name: string]: string };
}

/** Licences that ask for no more than to be passed on. */
const allowed = ["0BSD", "Apache-2.0", "BSD-3-Clause", "ISC", "MIT"];

describe("the bill of materials", () => {
  test("fits CycloneDX, and the check refuses what does not", async () => {
    const text = await read("dist/sbom.cdx.json");
    await validate(text);
    const broken = JSON.parse(text) as Bom;
    delete (broken.components[0] as Partial<Bom["components"][number]>).name;
    await expect(validate(JSON.stringify(broken))).rejects.toThrow("The bill of materials is none");
  });

  test("has every library that is installed or bundled, with licence and hash", async () => {
    const { components, dependencies } = JSON.parse(await read("dist/sbom.cdx.json")) as Bom;
    const consumer = await installForTest();
    const installed = (await manifestsIn(consumer.folder))
      .filter(({ name }) => name !== "csbs-api")
      .map(({ name, version }) => `${name}@${version}`);
    expect(installed).toEqual([
      expect.stringMatching(/^openapi-fetch@/),
      expect.stringMatching(/^openapi-typescript-helpers@/),
    ]);

    const listed = components.map(({ name, version }) => `${name}@${version}`);
    const bundled = [
      ...(await read("dist/THIRD-PARTY-NOTICES.txt")).matchAll(/^(\S+) (\S+) \(\S+\), in /gm),
    ].map(([, name, version]) => `${name}@${version}`);
    expect(bundled).toEqual(expect.arrayContaining([expect.stringMatching(/^commander@/)]));
    expect(new Set(listed)).toEqual(new Set([...installed, ...bundled]));
    for (const { licenses, hashes } of components) {
      expect(allowed).toContain(licenses[0]?.license.id);
      expect(hashes[0]?.content).toMatch(/^[0-9a-f]{128}$/);
    }
    expect(dependencies.map(({ ref }) => ref)).toEqual(expect.arrayContaining(listed));
  });

  test("says of the command's libraries that they come inside it", async () => {
    const { components } = JSON.parse(await read("dist/sbom.cdx.json")) as Bom;
    const inCommand = components
      .filter(({ properties = [] }) => properties.some(({ value }) => value === "dist/cli/main.js"))
      .map(({ name }) => name);
    expect(inCommand).toEqual(expect.arrayContaining(["commander", "yaml"]));
    const command = await read("dist/cli/main.js");
    const mentioned = [...command.matchAll(/^\/\/ node_modules\/((?:@[^/\n]+\/)?[^/\n]+)\//gm)];
    expect(new Set(mentioned.map(([, name]) => name))).toEqual(new Set(inCommand));
  });

  test("is not written for a licence that nobody knows, or a weak hash", async () => {
    const [library] = await findLibraries([]);
    if (library === undefined) throw new Error("no library is installed");
    const subject = { name: "a", version: "1.0.0", description: "", license: "Apache-2.0" };
    const billOf = (change: object) => sbomOf(subject, [{ ...library, ...change }]);
    expect(await billOf({})).toContain(library.name);
    await expect(billOf({ license: "Ask us" })).rejects.toThrow('no licence of SPDX: "Ask us"');
    await expect(billOf({ integrity: "sha1-AAAA" })).rejects.toThrow("locked by sha1, not by sha512");
  });
});

describe("licences", () => {
  test("of every library that is installed are named in the notices", async () => {
    const consumer = await installForTest();
    const notices = await read("dist/THIRD-PARTY-NOTICES.txt");
    for (const { name, version, license } of await manifestsIn(consumer.folder)) {
      expect(allowed).toContain(license);
      if (name !== "csbs-api") expect(notices).toContain(`${name} ${version} (${license})\n`);
    }
  });
});

test("nothing that is installed runs a script while it is", async () => {
  const consumer = await installForTest();
  const manifests = await manifestsIn(consumer.folder);
  expect(manifests.map(({ name }) => name).sort()).toEqual([
    "csbs-api",
    "openapi-fetch",
    "openapi-typescript-helpers",
  ]);
  for (const { name, scripts = {} } of manifests) {
    const run = ["preinstall", "install", "postinstall"].filter((script) => script in scripts);
    expect([name, run]).toEqual([name, []]);
  }
  const lockfile = await readFile(join(consumer.folder, "package-lock.json"), "utf8");
  expect(lockfile).not.toContain("hasInstallScript");
  expect(tarball.files.filter((file) => file.endsWith("binding.gyp"))).toEqual([]);
});

describe("secrets", () => {
  test("no file of the tarball holds what looks like one", async () => {
    const found = await Promise.all(tarball.files.map(async (file) => secretsIn(file, await read(file))));
    expect(found.flat()).toEqual([]);
  });

  // Put together here, so that no scanner takes this file for a leak.
  const secrets: [what: string, text: string][] = [
    ["a token of 32 hex digits", `const token = "${"0123456789abcdef".repeat(2)}";`],
    ["an IAM token", `X-Auth-Token: ${"MIIDkgYJKoZIhvcNAQcCoIID".padEnd(80, "gzA7")}`],
    ["a JSON Web Token", ["eyJhbGciOiJIUzI1NiJ9", "eyJzdWIiOiIxMjM0In0", "c2lnbmF0dXJlLi4u"].join(".")],
    ["an access key", `SDK-HMAC-SHA256 Access=${"QTWAOYTTINDUT2QVKYUC"}, SignedHeaders=host`],
    ["a secret key", `sk: ${"MFyfvK41ba2giqM7Uio6"}${"PznpdUKGpownRZlmVmHc"}`],
    ["a password in an address", `https://${"user"}:${"hunter2"}@example.com/`],
    ["a folder of somebody's", `//# sourceMappingURL=/${"home"}/somebody/index.js.map`],
    [
      "a private key",
      `-----BEGIN RSA ${"PRIVATE"} KEY-----\n${"MIIEow".padEnd(640, "Ab3d")}\n-----END RSA ${"PRIVATE"} KEY-----`,
    ],
    ["a token of npm", `//registry.npmjs.org/:_authToken=${"npm_"}${"a1B2c3D4e5F6".repeat(3)}`],
    ["a token of GitHub", `${"ghp_"}${"a1B2c3D4e5F6".repeat(3)}`],
  ];

  test.each(secrets)("%s would be found", async (_, text) => {
    const file = await read("dist/index.js");
    expect(await secretsIn("dist/index.js", `${file}\n// ${text}\n`)).not.toEqual([]);
  });

  test("an example's ID is none", async () => {
    expect(await secretsIn("README.md", 'projectId: "0605767e8d80d55d2f69c0189071bcbc"')).toEqual([]);
  });
});

/** The manifests of everything installed in a project. */
async function manifestsIn(folder: string): Promise<Manifest[]> {
  const lockfile = JSON.parse(await readFile(join(folder, "package-lock.json"), "utf8")) as {
    packages: { [path: string]: object };
  };
  const paths = Object.keys(lockfile.packages).filter((path) => path !== "");
  return Promise.all(
    paths.map(
      async (path) => JSON.parse(await readFile(join(folder, path, "package.json"), "utf8")) as Manifest,
    ),
  );
}
