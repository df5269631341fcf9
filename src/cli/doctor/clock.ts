import type { Finding } from "./checkup.ts";

/** Seconds of difference from which on a clock is wrong, and from which on signatures are refused. */
const noticeable = 60;
const refused = 15 * 60;

/** Compares the clock of this machine with the header Date of a response that arrived between two times. */
export function checkClock(
  date: string | null,
  { sent, received }: { sent: number; received: number },
  signs: boolean,
): Finding {
  const service = Date.parse(date ?? "");
  if (Number.isNaN(service)) return { result: "skipped", detail: "the response has no header Date" };
  // The header has whole seconds, the fraction cut off.
  const seconds = Math.round(((sent + received) / 2 - service - 500) / 1000);
  const size = Math.abs(seconds);
  if (size <= 1) return { detail: "as the service" };
  const detail = `${size} s ${seconds > 0 ? "ahead of" : "behind"} the service`;
  if (size <= noticeable) return { detail };
  const result = signs && size > refused ? "failed" : "warning";
  const why = signs ? "; the service refuses signatures that are 15 minutes off" : "";
  return { result, detail, remedy: `Synchronize the clock of this machine${why}.` };
}
