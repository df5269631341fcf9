import { CsbsConfigError } from "../../errors.ts";

/** A scenario that cannot be played. The message names the place, and what is known there. */
export class CsbsScenarioError extends CsbsConfigError {
  override name = "CsbsScenarioError";
  /** Where the mistake is, as in `operations/listBackups/0/status`; empty for the whole. */
  readonly place: string;
  /** What could stand there, where that can be listed. */
  readonly known: readonly string[];

  constructor(
    message: string,
    { place = "", known = [] }: { place?: string; known?: readonly string[] } = {},
  ) {
    super(message);
    this.place = place;
    this.known = known;
  }
}
