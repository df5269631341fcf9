/**
 * A program for process.test.ts: starts a mock, leaves responses unfinished in every way, stops it, and
 * prints what is still open. It ends only if nothing keeps it alive.
 */
import { type Step, startMock } from "../../src/mock.ts";

const unfinished: Step[] = [
  {},
  { delay: 3_600_000 },
  { fault: { slowDrip: { bytes: 1, pause: 1000 } } },
  { fault: { hang: {} } },
];
const mock = await startMock({ scenario: ["many-backups", { any: unfinished }] });
const project = "0605767e8d80d55d2f69c0189071bcbc";
const calls = unfinished.map(() =>
  fetch(`${mock.url}/v1/${project}/checkpoint_items?limit=1`, { headers: { "X-Auth-Token": "t" } })
    .then((response) => response.text())
    .catch(() => undefined),
);
while (mock.requests.length < unfinished.length || !mock.requests.some(({ status }) => status === 200)) {
  await new Promise((resolve) => setTimeout(resolve, 20));
}
await Promise.race(calls);
await mock.stop();
await Promise.all(calls);
await new Promise((resolve) => setTimeout(resolve, 100));
const open = process.getActiveResourcesInfo().filter((type) => /^(TCP|Timeout)/.test(type));
console.log(JSON.stringify(open));
