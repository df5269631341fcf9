import { fixedParameters, timeParameters } from "../../generated/operations.ts";
import { CsbsConfigError } from "../errors.ts";
import { checkProjectId } from "../project-id.ts";
import { wireTime } from "../times.ts";

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

/** A row with the names in its path, found once rather than at each call. */
export interface CompiledRow extends OperationRow {
  readonly names: readonly string[];
}

export function compileRow(row: OperationRow): CompiledRow {
  return { ...row, names: splitPath(row.path).filter((_, index) => index % 2 === 1) };
}

/** A call's parameters, sorted by where they go. */
export interface RequestParts {
  path: Record<string, string>;
  query: Record<string, unknown>;
  body: unknown;
}

/**
 * Sorts the flat parameters of a call into path, query and body. Parameters of the call win over
 * what the client has bound; `undefined` counts as left out. Times given as Date become the wire's
 * form. Values are not checked against the schema here: the types and the service do that.
 *
 * @throws CsbsConfigError for a name the operation does not have, and for values that would not be
 * sent as they were meant: null, an empty string or list, an invalid Date, half of a character.
 */
export function buildParts(
  row: CompiledRow,
  parameters: Readonly<Record<string, unknown>>,
  bound: Readonly<Record<string, string>>,
): RequestParts {
  // A Map or a Date would pass for parameters that say nothing, and a filter that is lost counts everything.
  if (Object.prototype.toString.call(parameters) !== "[object Object]") {
    throw new CsbsConfigError('parameters must be an object, such as { status: "error" }');
  }
  const inPath = row.names;
  const parts: RequestParts = { path: {}, query: {}, body: undefined };
  for (const name of inPath) {
    const given = parameters[name];
    parts.path[name] = pathValue(name, given === undefined ? bound[name] : given);
  }
  for (const [name, value] of Object.entries(parameters)) {
    if (value === undefined || inPath.includes(name)) continue;
    if (name === "body" && row.body) parts.body = withFixed(row.fixedIn, value);
    else if (row.query.includes(name)) parts.query[name] = queryValue(name, value);
    else throw unknownName("parameter", name, [...inPath, ...row.query, ...(row.body ? ["body"] : [])]);
  }
  if (row.body && parts.body === undefined) throw new CsbsConfigError("the body is missing; pass it as body");
  return parts;
}

/** A body whose object under a property gets the fixed parameters that it leaves out. */
function withFixed(property: string | undefined, body: unknown): unknown {
  const held = property === undefined ? undefined : (body as Record<string, unknown> | null)?.[property];
  if (typeof held !== "object" || held === null) return body;
  // Spread twice: what was given keeps its place and its value.
  return { ...(body as object), [property as string]: { ...held, ...fixedParameters, ...held } };
}

const templates = new Map<string, string[]>();

/** A template cut at its braces: text and names by turns. */
function splitPath(path: string): string[] {
  const known = templates.get(path);
  if (known !== undefined) return known;
  const parts = path.split(/[{}]/);
  templates.set(path, parts);
  return parts;
}

/** Fills in a template; each value is percent-encoded, and stays in its segment. */
export function fillPath(path: string, values: Readonly<Record<string, unknown>>): string {
  return splitPath(path).reduce(
    (filled, part, index) =>
      filled + (index % 2 === 0 ? part : encodeURIComponent(pathValue(part, values[part]))),
  );
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

/** Half of a surrogate pair has no form in a URL. */
function wellFormed(name: string, text: string): string {
  if (!/\p{Surrogate}/u.test(text)) return text;
  throw new CsbsConfigError(`${name} cannot be sent: it holds half of a character`);
}

function queryValue(name: string, value: unknown): unknown {
  if (timeParameters.includes(name)) return wireTime(name, value);
  if (Array.isArray(value)) {
    if (value.length === 0) {
      throw new CsbsConfigError(
        `${name} is an empty list, which cannot be sent; leave it out to ask without it`,
      );
    }
    return value.map((item) => queryValue(name, Array.isArray(item) ? null : item));
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

export function unknownName(kind: string, name: string, known: readonly string[]): CsbsConfigError {
  return new CsbsConfigError(`there is no ${kind} ${JSON.stringify(name)}; known are ${known.join(", ")}`);
}
