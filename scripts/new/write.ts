import { access, mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { parse } from "yaml";
import { filesOf, type NewOperation, namesOf, operationText } from "./templates.ts";

interface Root {
  tags: { name: string }[];
  paths: { [path: string]: { $ref: string } };
  components: { schemas: object; parameters: { [name: string]: { $ref: string } }; responses: object };
}

const methods = ["get", "put", "post", "delete"];

/**
 * Writes path file, schemas, examples and root lines of a new operation; resolves to the paths that it wrote.
 *
 * @throws Error that names what is wrong, before anything is written.
 */
export async function writeOperation(root: string, asked: NewOperation): Promise<string[]> {
  const folder = join(root, "openapi");
  const source = await readFile(join(folder, "openapi.yaml"), "utf8");
  const parsed = parse(source) as Root;
  const known = parsed.paths[asked.path]?.$ref;
  // A method that joins a path goes where the path is.
  const operation = known === undefined ? asked : { ...asked, folder: dirname(known) };
  const { file, request, response } = namesOf(operation);
  const pathFile = known ?? `${operation.folder}/${file}.yaml`;
  const present = known === undefined ? undefined : await readFile(join(folder, known), "utf8");
  await check(folder, parsed, operation, present);
  const gateway = Object.keys(parsed.components.responses).find((name) => name.startsWith("Gateway")) ?? "";
  const text = operationText(operation, gateway);
  const files = [
    { path: pathFile, text: `${present ?? (await parametersText(folder, parsed, operation))}\n${text}` },
    ...filesOf(operation),
    {
      path: "openapi.yaml",
      text: rootText(source, operation, `${operation.folder}/${file}.yaml`, [request, response]),
    },
  ];
  for (const { path, text: content } of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  return files.map(({ path }) => `openapi/${path}`);
}

async function check(
  folder: string,
  root: Root,
  operation: NewOperation,
  present: string | undefined,
): Promise<void> {
  const { method, path, operationId, tag } = operation;
  if (!methods.includes(method)) {
    throw new Error(`unknown method "${method}"; expected one of ${methods.join(", ")}`);
  }
  if (!/^\/v1\/\{project_id\}(\/([\w-]+|\{\w+\}))+$/.test(path)) {
    throw new Error(`the path "${path}" must begin with /v1/{project_id}/ and have no empty segment`);
  }
  if (!/^[a-z]+([A-Z][a-z0-9]*)+$/.test(operationId)) {
    throw new Error(`the operationId "${operationId}" must be a verb and a noun, as in countBackups`);
  }
  if (!/^[a-z][a-z-]*$/.test(operation.folder)) {
    throw new Error(`the folder "${operation.folder}" must be lower case, as in backups`);
  }
  const tags = root.tags.map(({ name }) => name);
  if (!tags.includes(tag)) throw new Error(`unknown tag "${tag}"; expected one of ${tags.join(", ")}`);
  if (present !== undefined && method in (parse(present) as object)) {
    throw new Error(`${method.toUpperCase()} ${path} exists; choose another method or path`);
  }
  const bundle = await readFile(join(folder, "../generated/openapi.yaml"), "utf8");
  if (new RegExp(`operationId: ${operationId}$`, "m").test(bundle)) {
    throw new Error(`the operationId "${operationId}" exists; choose another one`);
  }
  for (const { path: file } of filesOf(operation)) {
    const exists = await access(join(folder, file)).then(
      () => true,
      () => false,
    );
    if (exists) throw new Error(`openapi/${file} exists; choose another operationId or folder`);
  }
}

/** The parameters of a path that other paths have too are components already; a new one must be described first. */
async function parametersText(
  folder: string,
  { components }: Root,
  { path, folder: own }: NewOperation,
): Promise<string> {
  const lines = await Promise.all(
    [...path.matchAll(/\{(\w+)\}/g)].map(async ([, name = ""]) => {
      for (const { $ref } of Object.values(components.parameters)) {
        const [file = "", component = ""] = $ref.split("#/");
        const described = (
          parse(await readFile(join(folder, file), "utf8")) as Record<string, { name?: string; in?: string }>
        )[component];
        if (described?.name !== name || described.in !== "path") continue;
        const target = file.startsWith(`${own}/`) ? file.slice(own.length + 1) : `../${file}`;
        return `  - $ref: ${target}#/${component}\n`;
      }
      throw new Error(
        `no component describes the path parameter "${name}"; add one to a parameters.yaml first`,
      );
    }),
  );
  return `parameters:\n${lines.join("")}`;
}

/** The root with a line for the path and one for each schema, in their order; the rest stays as it is. */
function rootText(
  source: string,
  { path }: NewOperation,
  pathFile: string,
  components: readonly (string | undefined)[],
): string {
  const [folder = "", file = ""] = pathFile.split("/");
  const line = `  ${path}:\n`;
  const withPath = source.includes(line)
    ? source
    : source.replace(/\n\ncomponents:\n/, `\n${line}    $ref: ${pathFile}\n\ncomponents:\n`);
  return components.reduce<string>((text, name) => {
    if (name === undefined) return text;
    const start = text.indexOf("\n  schemas:\n") + "\n  schemas:\n".length;
    const after = [...text.slice(start).matchAll(/^ {4}(\w+):$/gm)].find(([, other = ""]) => other > name);
    const at = after === undefined ? text.length : start + after.index;
    return `${text.slice(0, at)}    ${name}:\n      $ref: ${folder}/schemas/${file}#/${name}\n${text.slice(at)}`;
  }, withPath);
}
