import { fixedParameters, timeParameters } from "../../generated/operations.ts";
import { CsbsConfigError } from "../errors.ts";
import { checkProjectId } from "../project-id.ts";
import { wireTime } from "../times.ts";
import { isPlain, toJson, unknownName } from "./plain.ts";

/** One row of the generated table. */
export interface OperationRow {
  readonly method: string;
  readonly path: string;
  readonly query: readonly string[];
  readonly safe: boolean;
  readonly body: boolean;
  readonly json: boolean;
  /** The property of the body that needs the fixed parameters too. */
  readonly fixedIn?: string;
}

/** A row with the names in its path and all names, found once rather than at each call. */
export interface CompiledRow extends OperationRow {
  readonly inPath: readonly string[];
  readonly names: readonly string[];
}

export function compileRow(row: OperationRow): CompiledRow {
  const inPath = namesIn(row.path);
  return { ...row, inPath, names: [...inPath, ...row.query, ...(row.body ? ["body"] : [])] };
}

/** A call's parameters, sorted by where they go. */
export interface RequestParts {
  path: Record<string, string>;
  query: Record<string, unknown>;
  body: unknown;
  /** The body as it is sent. */
  json: string | undefined;
}

/**
 * Sorts the flat parameters of a call into path, query and body. Parameters of the call win over
 * what the client has bound; `undefined` counts as left out. Times given as Date become the wire's
 * form. Values are not checked against the schema here: the types and the service do that.
 *
 * @throws CsbsConfigError for a name the operation does not have, for what is not the parameters' own,
 * and for values that would be sent as something else: null, an empty string or list, an invalid Date,
 * an unpaired surrogate.
 */
export function sortParameters(
  row: CompiledRow,
  parameters: Readonly<Record<string, unknown>>,
  bound: Readonly<Record<string, string>>,
): RequestParts {
  if (!isPlain(parameters)) {
    throw new CsbsConfigError('parameters must be a plain object, such as { status: "error" }');
  }
  const parts: RequestParts = { path: {}, query: {}, body: undefined, json: undefined };
  const own = Reflect.ownKeys(parameters) as string[];
  for (const name of own) {
    const value = parameters[name];
    if (!row.names.includes(name)) throw unknownName("parameter", name, row.names);
    if (value === undefined || row.inPath.includes(name)) continue;
    if (name === "body") parts.body = withFixed(row.fixedIn, value);
    else parts.query[name] = queryValue(name, value);
  }
  for (const name of row.inPath)
    parts.path[name] = pathValue(name, parameters[name] === undefined ? bound[name] : parameters[name]);
  // Object.prototype may have been added to, and a Proxy may have no properties of its own.
  const inherited = row.names.find((name) => parameters[name] !== undefined && !own.includes(name));
  if (inherited !== undefined) {
    throw new CsbsConfigError(`the parameter ${inherited} is not a property of its own; pass a plain object`);
  }
  if (!row.body) return parts;
  if (parts.body === undefined) throw new CsbsConfigError("the body is missing; pass it as body");
  return { ...parts, json: toJson(parts.body) };
}

/** A body whose object under a property gets the fixed parameters that it leaves out. */
function withFixed(property: string | undefined, body: unknown): unknown {
  const held = property === undefined || !isPlain(body) ? undefined : body[property];
  // Spread twice: what was given keeps its place and its value.
  return isPlain(held)
    ? { ...(body as object), [property as string]: { ...held, ...fixedParameters, ...held } }
    : body;
}

function namesIn(path: string): string[] {
  return (path.match(/\{\w+\}/g) ?? []).map((name) => name.slice(1, -1));
}

/** Checks what goes into a template by path, and returns it. */
export function checkPath(path: string, values: Record<string, unknown>): Record<string, unknown> {
  for (const name of namesIn(path)) pathValue(name, values[name]);
  return values;
}

/**
 * A segment that would not arrive as one is refused: a missing or empty one, and dots, which URLs
 * resolve to another path even when they are percent-encoded.
 */
function pathValue(name: string, value: unknown): string {
  if (typeof value !== "string" || value === "") {
    const hint = name === "project_id" ? "; pass it, or projectId to createCsbsClient" : "";
    throw new CsbsConfigError(`the path parameter ${name} must be a string that is not empty${hint}`);
  }
  if (value === "." || value === "..") {
    throw new CsbsConfigError(
      `the path parameter ${name} must not be "${value}", which would lead to another path`,
    );
  }
  return name === "project_id" ? checkProjectId(value) : wellFormed(name, value);
}

/** An unpaired surrogate cannot be written in a URL. */
function wellFormed(name: string, text: string): string {
  if (!/[\ud800-\udfff]/.test(text)) return text;
  try {
    encodeURIComponent(text);
    return text;
  } catch {
    throw new CsbsConfigError(`${name} cannot be sent: it has an unpaired surrogate`);
  }
}

function queryValue(name: string, value: unknown): unknown {
  if (timeParameters.includes(name)) return wireTime(name, value);
  if (Array.isArray(value)) {
    if (value.length === 0) {
      throw new CsbsConfigError(
        `${name} is an empty list, which cannot be sent; leave it out to ask without it`,
      );
    }
    // Array.from gives holes a value, which is refused.
    return Array.from(value, (item) => queryValue(name, Array.isArray(item) ? null : item));
  }
  if (value === "")
    throw new CsbsConfigError(
      `${name} is an empty string, which filters nothing; leave it out to ask without it`,
    );
  if (typeof value === "string") return wellFormed(name, value);
  if (typeof value === "boolean" || Number.isFinite(value)) return value;
  throw new CsbsConfigError(
    `${name} cannot be sent: it is ${value === null ? "null" : `of type ${typeof value}`}`,
  );
}
