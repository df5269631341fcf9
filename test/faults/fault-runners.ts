import * as conversations from "./run-faults/conversations.ts";
import * as messages from "./run-faults/messages.ts";
import type { Play } from "./wire.ts";

const all: Record<string, Play> = Object.assign(
  {},
  ...Object.values(messages),
  ...Object.values(conversations),
);

/** The same fault under the names of other calls that it is played to. */
const also: Record<string, string> = {
  "body-hangs-by-path": "body-hangs",
  "body-hangs-middleware": "body-hangs",
  "body-too-large-by-path": "body-too-large",
  "body-too-large-middleware": "body-too-large",
  "body-error-endless-by-path": "body-error-endless",
  "redirect-post": "redirect-307",
  "abort-in-body-by-path": "abort-in-body",
};

/** Every fault by its name in docs/guides/tables/wire-faults.yaml. */
export const plays: Record<string, Play> = {
  ...all,
  ...Object.fromEntries(Object.entries(also).map(([name, fault]) => [name, all[fault] as Play])),
};
