import { projectParameter, type SampleCall } from "./call.ts";
import { prettyJson, quoted } from "./format-value.ts";
import type { Member, Shown } from "./response-fields.ts";

/** A program for Go 1.21 or later that needs nothing but the standard library, as gofmt formats it. */
export function goSample(call: SampleCall): string {
  const { operationId, shown } = call;
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
${printed(shown)}	return nil
}
`;
}

function importsOf({ segments, query, body, shown }: SampleCall): string[] {
  const joins = shown.kind !== "nothing" && shown.members.some(({ list }) => list);
  return [
    ...(shown.kind === "nothing" ? [] : ["encoding/json"]),
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
    ...(query.length > 0 ? ["\tquery := url.Values{}\n", ...query.flatMap(fieldOf)] : []),
    ...(body === undefined ? [] : [`\tbody := strings.NewReader(${rawText(prettyJson(body))})\n`]),
    `\taddress := ${addressOf(call)}\n`,
    `\trequest, err := http.NewRequest(http.Method${capitalized(method.toLowerCase())}, address, ${body === undefined ? "nil" : "body"})\n`,
  ].join("");
}

function fieldOf({ name, value }: SampleCall["query"][number]): string[] {
  const verb = Array.isArray(value) ? "Add" : "Set";
  return [value].flat().map((item) => `\tquery.${verb}(${quoted(name)}, ${quoted(String(item))})\n`);
}

/** The path joined from its parts, as Go people do. */
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

/** JSON between backticks; those inside it become escapes of JSON. */
function rawText(json: string): string {
  return `\`${json.replaceAll("`", "\\u0060")}\``;
}

function printed(shown: Shown): string {
  if (shown.kind === "nothing") return '\tfmt.Println("done")\n';
  const found = ["result", ...shown.way.map(({ name }) => fieldName(name))].join(".");
  const owner = shown.kind === "items" ? "item" : found;
  const line = `fmt.Println(${shown.members.map((member) => memberOf(owner, member)).join(", ")})`;
  return `
	var result struct {
${structOf(shown, "\t\t")}	}
	if err := json.NewDecoder(response.Body).Decode(&result); err != nil {
		return err
	}
${shown.kind === "items" ? `\tfor _, item := range ${found} {\n\t\t${line}\n\t}\n` : `\t${line}\n`}`;
}

/** Only what is printed; the rest of the response is passed over. */
function structOf({ kind, way, members }: Exclude<Shown, { kind: "nothing" }>, indent: string): string {
  const [step, ...more] = way;
  if (step === undefined) return fieldsOf(members, indent);
  const list = kind === "items" && more.length === 0 ? "[]" : "";
  const inner = structOf({ kind, way: more, members }, `${indent}\t`);
  return `${indent}${fieldName(step.name)} ${list}struct {\n${inner}${indent}} ${tagOf(step.name)}\n`;
}

/** Names, types and tags each begin in a column of their own. */
function fieldsOf(members: Member[], indent: string): string {
  const rows = members.map(({ name, type, list }) => [fieldName(name), `${list ? "[]" : ""}${types[type]}`]);
  const [names, kinds] = [0, 1].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return members
    .map(({ name }, index) => {
      const [field = "", kind = ""] = rows[index] ?? [];
      return `${indent}${field.padEnd(names ?? 0)} ${kind.padEnd(kinds ?? 0)} ${tagOf(name)}\n`;
    })
    .join("");
}

const types: { [type in Member["type"]]: string } = {
  string: "string",
  integer: "int",
  number: "float64",
  boolean: "bool",
};

function tagOf(name: string): string {
  return `\`json:"${name}"\``;
}

function memberOf(owner: string, { name, list }: Member): string {
  const value = `${owner}.${fieldName(name)}`;
  return list ? `strings.Join(${value}, ", ")` : value;
}

/** resource_id as a field: ResourceID, with initials as Go writes them. */
function fieldName(name: string): string {
  const initials = ["id", "ip", "url"];
  return name
    .split("_")
    .map((word) => (initials.includes(word) ? word.toUpperCase() : capitalized(word)))
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
