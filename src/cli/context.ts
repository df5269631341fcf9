import type { Command } from "commander";
import type { CsbsOperations } from "../index.ts";
import type { Document } from "../spec/document.ts";
import type { Session } from "./session.ts";
import { loadSpec, type OperationSpec, operationSpecs } from "./spec.ts";

/** What every command is made of. */
export interface CommandContext {
  io: Session;
  spec: Document;
  /** In the order of the description. */
  operations: readonly OperationSpec[];
  operation(operationId: keyof CsbsOperations): OperationSpec;
}

/** Makes one command of the top level; each is a file of `commands/`. */
export type CommandFactory = (context: CommandContext) => Command;

export function createContext(io: Session): CommandContext {
  const spec = loadSpec();
  const operations = operationSpecs(spec);
  return {
    io,
    spec,
    operations,
    operation: (operationId) =>
      operations.find((operation) => operation.operationId === operationId) as OperationSpec,
  };
}
