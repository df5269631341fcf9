import { expect } from "vitest";
import { Recorder } from "../../src/proxy/recorder.ts";
import { startServer } from "../support/server.ts";
import { document, operations } from "../support/spec.ts";
import { exampleExchange, proxyOf } from "./support.ts";

/** What nothing that the proxy writes may contain. */
export const privateTexts = [
  "7d0c1a52-93b4-4f0e-8a64-1f2e3d4c5b6a",
  "0a1b2c3d4e5f60718293a4b5c6d7e8f9",
  "web-prod-01.acme.example",
  "Müller GmbH",
  "10.20.30.40",
  "2001:db8:1:2::abcd",
  "admin@acme.example",
  "gAAAAABlQxYZkLmNoPqRsTuVwXyZ0123456789",
  "https://csbs.acme.example/v1/next?marker=a",
  "4711081542",
];

const credentials = ["token-4f9a-secret", "Signature=9b2c-secret", "cookie-77aa-secret"];

/** Values, names of fields and whole bodies that are private, wherever JSON can hold them. */
function bodies(): unknown[] {
  const [id = ""] = privateTexts;
  const texts = Object.fromEntries(privateTexts.map((text, index) => [`note_${"abcdefghij"[index]}`, text]));
  const names = Object.fromEntries(privateTexts.map((text) => [text, { [text]: [text, { deep: text }] }]));
  const info = {
    average_speed: id,
    copy_from: id,
    fail_reason: id,
    progress: id,
    resource_name: id,
    volume_backups: [{ ...names, id }],
  };
  const item = {
    id,
    name: privateTexts[2],
    status: privateTexts[3],
    created_at: id,
    extend_info: { ...info, ...names },
    ...texts,
    ...names,
  };
  return [
    { checkpoint_items: [item, id, names], checkpoint_items_links: [{ href: privateTexts[8], rel: id }] },
    {
      checkpoint_item: item,
      policy: item,
      checkpoint: item,
      restore: item,
      quotas: { resources: [item] },
      count: id,
      ...names,
    },
    {
      error_code: privateTexts[2],
      error_msg: `${privateTexts.join(" ")} not found`,
      request_id: id,
      ...names,
    },
    privateTexts,
    id,
    { number: 4711081542 },
  ];
}

/** Calls with private texts in every place, through the proxy; and everything that the proxy writes of them. */
export async function privateTraffic(): Promise<{
  report: string;
  values: string;
  recording: string;
  log: string;
}> {
  const all = bodies();
  let calls = 0;
  const target = await startServer((incoming, outgoing) => {
    incoming.resume();
    calls++;
    const isHtml = calls % 7 === 0;
    const status = [200, 202, 404, 418, 500][calls % 5] ?? 200;
    outgoing.writeHead(status, {
      "content-type": isHtml ? `application/x.${privateTexts[0]}` : "application/json",
      "x-subject-token": credentials[0],
      "set-cookie": credentials[2],
    });
    outgoing.end(isHtml ? privateTexts.join() : JSON.stringify(all[calls % all.length]));
  });
  const recorder = new Recorder(document);
  const plain = await proxyOf(target, { record: (exchange) => recorder.add(exchange) });
  const withValues = await proxyOf(target, { values: true });
  const headers = {
    "x-auth-token": credentials[0] ?? "",
    authorization: credentials[1] ?? "",
    cookie: credentials[2] ?? "",
  };
  const names = privateTexts.map((text) => encodeURIComponent(text));
  const sent = operations.flatMap(({ operation: { operationId } }) => {
    const { method, target: path } = exampleExchange(operationId);
    const query = names.map((name) => `${name}=${name}`).join("&");
    return all.map((body) => ({ method, target: `${path}${path.includes("?") ? "&" : "?"}${query}`, body }));
  });
  const unknown = [...names, "", "v1"].map((name) => ({
    method: "GET",
    target: `/v1/${name}/servers/${name}?${name}=${name}`,
    body: undefined,
  }));
  for (const { method, target: path, body } of [...sent, ...unknown]) {
    const content = method === "GET" || method === "DELETE" ? {} : { body: JSON.stringify(body) };
    for (const { url } of [plain, withValues]) {
      const response = await fetch(url + path, {
        method,
        headers: { ...headers, "content-type": "application/json" },
        ...content,
      });
      await response.arrayBuffer();
    }
  }
  const total = sent.length + unknown.length;
  for (const proxy of [plain, withValues]) {
    await expect
      .poll(() => proxy.report().calls, { timeout: 20_000 })
      .toMatchObject({ total, inspected: total });
  }
  return {
    report: JSON.stringify(plain.report()),
    values: JSON.stringify(withValues.report()),
    recording: JSON.stringify(recorder.recording()),
    log: [...plain.lines, ...withValues.lines].join("\n"),
  };
}

/** Which of the texts a text contains. */
export function privateIn(text: string): string[] {
  return privateTexts.filter((one) => text.includes(one) || text.includes(encodeURIComponent(one)));
}

export function credentialsIn(text: string): string[] {
  return credentials.filter((one) => text.includes(one));
}
