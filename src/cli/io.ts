/** What the command has of the world around it. Tests bring a world of their own. */
export interface Io {
  out(text: string): void;
  err(text: string): void;
  /** Width of the terminal behind `out`; undefined where that is a file or a pipe. */
  columns?: number | undefined;
  /** Whether `err` shows on a terminal, where a line can be written over. */
  liveErr?: boolean | undefined;
  /** Asks the user on a terminal, and resolves to one line; undefined where there is no terminal. */
  ask?: ((question: string) => Promise<string>) | undefined;
  /** Reads standard input to its end. */
  readInput?: (() => Promise<string>) | undefined;
  /** Aborts when nothing more is wanted: on Ctrl-C, or when nobody reads `out` any longer. */
  signal?: AbortSignal | undefined;
}

/** The reason of the signal when the reader of `out` has gone, as head does when it has seen enough. */
export const brokenPipe = Symbol("the reader has gone");
