import { type Argument, type Command, InvalidArgumentError, type Option } from "commander";
import { adviceFor } from "../../similar.ts";
import { UsageError } from "../exit.ts";

/** Lets a command refuse values in its own words: the option, the value, and what is expected. */
export function explainInvalidValues(command: Command): void {
  for (const option of command.options) explainInvalid(option, option.long ?? option.flags);
  for (const argument of command.registeredArguments) explainInvalid(argument, argument.name());
}

/** @throws UsageError when parsed. */
function explainInvalid(taker: Option | Argument, name: string): void {
  const { parseArg, argChoices } = taker;
  if (parseArg === undefined) return;
  taker.argParser<unknown>((text, before) => {
    try {
      return parseArg.call(taker, text, before);
    } catch (error) {
      if (!(error instanceof InvalidArgumentError)) throw error;
      const isOwn = error.message.startsWith("it ");
      const advice = isOwn ? error.message : adviceFor(text, argChoices ?? []);
      throw new UsageError(`${name} is ${JSON.stringify(text)}; ${advice}`);
    }
  });
}
