/** Resolves on Ctrl-C, or when the process is asked to end, as containers do. */
export async function interrupted(signal: AbortSignal | undefined): Promise<void> {
  let stop: () => void = () => {};
  const stopped = new Promise<void>((resolve) => {
    stop = resolve;
  });
  if (signal?.aborted === true) stop();
  signal?.addEventListener("abort", stop, { once: true });
  process.once("SIGTERM", stop);
  await stopped;
  process.off("SIGTERM", stop);
}
