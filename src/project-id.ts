import { CsbsConfigError } from "./errors.ts";

/**
 * Refuses the name of a project where its ID is needed. IDs are 32 hex digits; other lengths, capitals
 * and hyphens are left to the service, because no page states the form. Any other character shows a name.
 */
export function checkProjectId(id: string): string {
  if (/^[\da-f-]+$/i.test(id)) return id;
  throw new CsbsConfigError(
    "project_id must be the ID of the project, 32 hex digits, not its name; the console shows both under My Credentials",
  );
}
