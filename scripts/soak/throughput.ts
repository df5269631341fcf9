const times = 300;

/** Calls a second of the client and of a bare fetch to the same server, taken right after one another. */
export async function measureBeside(
  call: () => Promise<unknown>,
  url: string,
): Promise<{ client: number; fetch: number }> {
  return {
    client: await callsPerSecond(call),
    fetch: await callsPerSecond(async () => (await fetch(url)).json()),
  };
}

async function callsPerSecond(call: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  for (let done = 0; done < times; done++) await call();
  return (times * 1000) / (performance.now() - begun);
}
