/** How the command ends. 130 is what shells say of a program that Ctrl-C has ended. */
export const exitCodes = { done: 0, refused: 1, wrongUsage: 2, interrupted: 130 } as const;

/** A mistake in how the command was called or configured; nothing was sent. */
export class UsageError extends Error {}

/** For two options that cannot be given together. */
export function excludeEachOther(one: string, other: string): UsageError {
  return new UsageError(`${one} and ${other} exclude each other; leave one out`);
}

/** For the end of every help. */
export const exitCodesHelp = `
Exit codes:
  0    done
  1    the service refused, did not respond, or what was waited for failed
  2    wrong usage; nothing was sent
  130  ended by Ctrl-C
`;
