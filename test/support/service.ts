import { readFileSync } from "node:fs";
import { join } from "node:path";
import { operationTable } from "../../generated/operations.ts";
import { MockClock } from "../../src/mock/clock.ts";
import { type OperationId, SpecDocument } from "../../src/mock/description/document.ts";
import type { Scenario } from "../../src/mock/scenarios/scenario.ts";
import { StatefulService } from "../../src/mock/state/service.ts";
import { projectId } from "./client.ts";
import { root } from "./process.ts";

export const specDocument = new SpecDocument(
  JSON.parse(readFileSync(join(root, "generated/openapi.json"), "utf8")),
);
const provider_id = "fc4d5750-22e7-4798-8a46-f48f62c4c1da";

interface Request {
  path?: { [name: string]: string };
  query?: { [name: string]: string };
  body?: unknown;
}

/** The response of the service: a body, or the code and text of an error. */
// biome-ignore lint/suspicious/noExplicitAny: tests read any part of any response.
export type Response = any;

/** The stateful service without the server around it, for tests of many requests. Nothing validates them. */
export function serviceOf({ state = {}, time = {} }: Scenario) {
  const clock = new MockClock(time);
  const service = new StatefulService(state, { document: specDocument, clock });
  return {
    clock,
    call(operation: OperationId, { path = {}, query = {}, body }: Request = {}): Response {
      const route = { operation, path: { project_id: projectId, provider_id, ...path } };
      const served = service.respond(route, new URLSearchParams(query), body);
      return structuredClone(served?.body);
    },
    isSafe: (operation: OperationId) => operationTable[operation].safe,
  };
}

/** The body of createPolicy for servers, with a rule and with what is kept. */
export function policyBody(name: string, rule: string, servers: string[], keep: object = {}) {
  const pattern = `BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nRRULE:${rule}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`;
  return {
    policy: {
      name,
      provider_id: "fc4d5750-22e7-4798-8a46-f48f62c4c1da" as const,
      parameters: {},
      resources: servers.map((id) => ({
        id,
        type: "OS::Nova::Server" as const,
        name: `name-${id.slice(0, 4)}`,
      })),
      scheduled_operations: [
        {
          enabled: true,
          operation_type: "backup" as const,
          operation_definition: keep,
          trigger: { properties: { pattern } },
        },
      ],
    },
  };
}
