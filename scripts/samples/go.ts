import { projectParameter, type SampleCall } from "./call.ts";
import { prettyJson, quoted } from "./format-value.ts";
import type { Field, ResponseFields } from "./response-fields.ts";

/** A program for Go 1.21 or later that needs nothing but the standard library, as gofmt formats it. */
export function goSample(call: SampleCall): string {
  const { operationId, responseFields } = call;
  return `package main

import (
${importsOf(call)
  .map((name) => `\t"${name}"\n`)
  .join("")})

func main() {
	if err := ${operationId}(); err != nil {
		log.Fatal(err)
	}
}

func ${operationId}() error {
	endpoint := os.Getenv("CSBS_ENDPOINT")
	if endpoint == "" {
		endpoint = ${quoted(call.endpoint)}
	}
${requestOf(call)}	if err != nil {
		return err
	}
	request.Header.Set(${quoted(call.tokenHeader)}, os.Getenv("OS_TOKEN"))
${call.body === undefined ? "" : '\trequest.Header.Set("Content-Type", "application/json")\n'}
	client := &http.Client{Timeout: time.Minute}
	response, err := client.Do(request)
	if err != nil {
		return err
	}
	defer response.Body.Close()
	if response.StatusCode >= 300 {
		message, _ := io.ReadAll(response.Body)
		return fmt.Errorf("%s: %s", response.Status, message)
	}
${printStatement(responseFields)}	return nil
}
`;
}

function importsOf({ segments, query, body, responseFields }: SampleCall): string[] {
  const joins = responseFields.kind !== "nothing" && responseFields.fields.some(({ list }) => list);
  return [
    ...(responseFields.kind === "nothing" ? [] : ["encoding/json"]),
    "fmt",
    "io",
    "log",
    "net/http",
    ...(query.length > 0 || segments.some(({ escaped }) => escaped) ? ["net/url"] : []),
    "os",
    ...(body !== undefined || joins ? ["strings"] : []),
    "time",
  ];
}

function requestOf(call: SampleCall): string {
  const { method, segments, query, body } = call;
  return [
    ...segments.map(({ name, value }) => `\t${camelCase(name)} := ${quoted(value)}\n`),
    ...(query.length > 0 ? ["\tquery := url.Values{}\n", ...query.flatMap(queryField)] : []),
    ...(body === undefined ? [] : [`\tbody := strings.NewReader(${rawText(prettyJson(body))})\n`]),
    `\taddress := ${addressOf(call)}\n`,
    `\trequest, err := http.NewRequest(http.Method${capitalized(method.toLowerCase())}, address, ${body === undefined ? "nil" : "body"})\n`,
  ].join("");
}

function queryField({ name, value }: SampleCall["query"][number]): string[] {
  const verb = Array.isArray(value) ? "Add" : "Set";
  return [value].flat().map((item) => `\tquery.${verb}(${quoted(name)}, ${quoted(String(item))})\n`);
}

/** The address as a concatenation of strings and variables. */
function addressOf({ path, segments, query }: SampleCall): string {
  const parts = path.split(/\{(\w+)\}/).map((part, index) => {
    if (index % 2 === 0) return quoted(part);
    if (part === projectParameter) return 'os.Getenv("OS_PROJECT_ID")';
    const escaped = segments.some(({ name, escaped }) => name === part && escaped);
    return escaped ? `url.PathEscape(${camelCase(part)})` : camelCase(part);
  });
  const all = ["endpoint", ...parts.filter((part) => part !== '""')];
  if (query.length === 0) return all.join(" + ");
  const last = all.at(-1) ?? "";
  const joined = last.endsWith('"') ? [...all.slice(0, -1), `${last.slice(0, -1)}?"`] : [...all, '"?"'];
  return [...joined, "query.Encode()"].join(" + ");
}

/** JSON between backticks; backticks inside it become JSON escapes. */
function rawText(json: string): string {
  return `\`${json.replaceAll("`", "\\u0060")}\``;
}

function printStatement(response: ResponseFields): string {
  if (response.kind === "nothing") return '\tfmt.Println("done")\n';
  const found = ["result", ...response.path.map(({ name }) => fieldName(name))].join(".");
  const owner = response.kind === "items" ? "item" : found;
  const line = `fmt.Println(${response.fields.map((field) => readField(owner, field)).join(", ")})`;
  return `
	var result struct {
${structOf(response, "\t\t")}	}
	if err := json.NewDecoder(response.Body).Decode(&result); err != nil {
		return err
	}
${response.kind === "items" ? `\tfor _, item := range ${found} {\n\t\t${line}\n\t}\n` : `\t${line}\n`}`;
}

/** The struct has only the printed fields; the decoder ignores the others. */
function structOf(
  { kind, path, fields }: Exclude<ResponseFields, { kind: "nothing" }>,
  indent: string,
): string {
  const [step, ...more] = path;
  if (step === undefined) return structFields(fields, indent);
  const list = kind === "items" && more.length === 0 ? "[]" : "";
  const inner = structOf({ kind, path: more, fields }, `${indent}\t`);
  return `${indent}${fieldName(step.name)} ${list}struct {\n${inner}${indent}} ${tagOf(step.name)}\n`;
}

/** The fields of a struct, aligned in columns as gofmt does. */
function structFields(fields: Field[], indent: string): string {
  const rows = fields.map(({ name, type, list }) => [fieldName(name), `${list ? "[]" : ""}${types[type]}`]);
  const [names, kinds] = [0, 1].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return fields
    .map(({ name }, index) => {
      const [field = "", kind = ""] = rows[index] ?? [];
      return `${indent}${field.padEnd(names ?? 0)} ${kind.padEnd(kinds ?? 0)} ${tagOf(name)}\n`;
    })
    .join("");
}

const types: { [type in Field["type"]]: string } = {
  string: "string",
  integer: "int",
  number: "float64",
  boolean: "bool",
};

function tagOf(name: string): string {
  return `\`json:"${name}"\``;
}

function readField(owner: string, { name, list }: Field): string {
  const value = `${owner}.${fieldName(name)}`;
  return list ? `strings.Join(${value}, ", ")` : value;
}

/** resource_id as a field: ResourceID, with initialisms as Go writes them. */
function fieldName(name: string): string {
  const initialisms = ["id", "ip", "url"];
  return name
    .split("_")
    .map((word) => (initialisms.includes(word) ? word.toUpperCase() : capitalized(word)))
    .join("");
}

function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** resource_id as a variable: resourceID. */
function camelCase(name: string): string {
  const field = fieldName(name);
  return /^[A-Z]+$/.test(field) ? field.toLowerCase() : field.charAt(0).toLowerCase() + field.slice(1);
}
