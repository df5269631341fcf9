import type { Io } from "./io.ts";

/** One run of the command: its world, and what is known of the requests that it has made. */
export interface Session extends Io {
  /** Writes to stderr what is neither a result nor an error; nothing with --quiet. */
  note(text: string): void;
  quiet: boolean;
  /** The number of the last attempt of each operation. */
  attempts: Map<string, number>;
}

export function startSession(io: Io): Session {
  const session: Session = {
    ...io,
    quiet: false,
    attempts: new Map(),
    note: (text) => {
      if (!session.quiet) io.err(text);
    },
  };
  return session;
}
