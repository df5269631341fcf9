import { type Command, InvalidArgumentError, Option } from "commander";
import { UsageError } from "../exit.ts";

const repeatable = new WeakSet<Option>();

/** Makes an option repeatable: its values are collected in a list, each read by `read`. */
export function allowRepeats(option: Option, read: (text: string) => unknown = (text) => text): Option {
  repeatable.add(option);
  return option.argParser<unknown>((text, before) => [...((before as unknown[]) ?? []), read(text)]);
}

/** An option for several values: with commas between them, or given several times. */
export function listOption(flags: string, description: string): Option {
  const option = new Option(flags, description);
  repeatable.add(option);
  return option.argParser<string[]>((text, before) => {
    const values = text.split(",").map((value) => value.trim());
    if (values.includes("")) throw new InvalidArgumentError("it must be values with commas between them");
    return [...(before ?? []), ...values];
  });
}

export function isRepeatable(option: Option): boolean {
  return repeatable.has(option);
}

/**
 * Refuses a single-value option that is given twice: the last value would win, and the first be lost.
 *
 * @throws UsageError when parsed.
 */
export function refuseRepeats(command: Command): void {
  for (const option of command.options) {
    if (isRepeatable(option) || !(option.required || option.optional)) continue;
    let given = 0;
    command.on(`option:${option.name()}`, () => {
      given += 1;
      if (given > 1) throw new UsageError(`${option.long} is given more than once; give one value`);
    });
  }
}
