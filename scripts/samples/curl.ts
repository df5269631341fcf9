import type { Json } from "../../src/spec/document.ts";
import { replaceParameters } from "../../src/spec/paths.ts";
import { projectParameter, type SampleCall } from "./call.ts";
import { bodyOption, commandLine, shellWord } from "./shell.ts";

/** A command for curl 7.76 or later. On an error it prints the body and fails. */
export function curlSample(call: SampleCall): string {
  const { options, input } = bodyOption(call.body, "--data", "@-");
  const query = call.query.flatMap(({ name, value }) => [value].flat().map((item) => queryField(name, item)));
  const all = [
    `"\${CSBS_ENDPOINT:-${call.endpoint}}${pathOf(call)}"`,
    `--header "${call.tokenHeader}: $OS_TOKEN"`,
    ...(call.body === undefined ? [] : ["--header 'Content-Type: application/json'"]),
    ...query,
    ...options,
  ];
  return `${commandLine(`curl --fail-with-body --silent --show-error${methodOf(call)}`, all)}\n${input}`;
}

/** The options for the method; curl sends GET by default, and POST with a body. */
function methodOf({ method, query, body }: SampleCall): string {
  const own = body === undefined ? "GET" : "POST";
  const get = query.length > 0 ? " --get" : "";
  return method === own ? get : `${get} --request ${method}`;
}

function pathOf({ path, segments }: SampleCall): string {
  return replaceParameters(path, (name) =>
    name === projectParameter ? "$OS_PROJECT_ID" : encodeSegment(segmentValue(segments, name)),
  );
}

function segmentValue(segments: SampleCall["segments"], name: string): string {
  return segments.find((segment) => segment.name === name)?.value ?? "";
}

/** Escapes more than encodeURIComponent: characters that a shell expands between double quotes. */
function encodeSegment(value: string): string {
  return encodeURIComponent(value).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function queryField(name: string, value: Json): string {
  return `--data-urlencode ${shellWord(`${name}=${value}`)}`;
}
