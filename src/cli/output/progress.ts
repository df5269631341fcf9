import type { Session } from "../session.ts";
import { oneLine } from "./cells.ts";
import { bar } from "./chart.ts";
import { cut } from "./colours.ts";

/** What is known of work that goes on. */
export interface Progress {
  status: string;
  /** 0 to 100, where the service tells. */
  percent?: number | undefined;
}

export interface ProgressLine {
  show(progress: Progress): void;
  /** Leaves the terminal as it was. */
  end(): void;
}

const barWidth = 20;
const clearLine = "\r\u001b[2K";

/**
 * Shows progress on stderr, so that stdout has the result alone: on a terminal as one line that is
 * written over, elsewhere, such as in a log, as a line for each new state and each further tenth.
 */
export function progressLine(
  { note, liveErr, columns = 80 }: Pick<Session, "note" | "liveErr" | "columns">,
  now = Date.now,
): ProgressLine {
  const begun = now();
  let last = "";
  let lastTens: number | undefined;
  return {
    show({ status, percent }) {
      const state = oneLine(status);
      const seconds = Math.round((now() - begun) / 1000);
      if (liveErr === true) {
        const share = percent === undefined ? "" : ` ${pictureOf(percent)} ${Math.round(percent)} %`;
        note(`${clearLine}${cut(`${state}${share}, ${seconds} s`, columns - 1)}`);
        last = state;
        return;
      }
      const tens = percent === undefined ? undefined : Math.floor(percent / 10);
      if (state === last && (tens === undefined || tens === lastTens)) return;
      const share = percent === undefined ? "" : ` ${Math.round(percent)} %`;
      note(`csbs: ${state}${share} after ${seconds} s\n`);
      [last, lastTens] = [state, tens];
    },
    end() {
      if (liveErr === true && last !== "") note(clearLine);
    },
  };
}

function pictureOf(percent: number): string {
  const done = bar(Math.min(1, percent / 100), barWidth);
  return done + "░".repeat(barWidth - done.length);
}
