import { Command } from "commander";
import { type CsbsClient, paginate, type Tag } from "../../index.ts";
import { withClient } from "../connection/client.ts";
import { addConnectionOptions, connectionHelp } from "../connection/options.ts";
import { exitCodesHelp, UsageError } from "../exit.ts";
import { findTagged } from "../lookup/find.ts";
import { type Column, type Format, formatOption, printRows } from "../output/rows.ts";
import type { Session } from "../session.ts";

interface Row {
  kind: "backup" | "policy";
  id?: string;
  name?: string | null | undefined;
  key?: string;
  values?: readonly string[];
  tags?: readonly Tag[];
}

const summaryColumns: readonly Column<Row>[] = [
  { name: "on", value: ({ kind }) => kind },
  { name: "key", value: ({ key }) => key },
  { name: "values", value: ({ values }) => values?.join(", ") },
];

const foundColumns: readonly Column<Row>[] = [
  { name: "kind", value: ({ kind }) => kind },
  { name: "name", value: ({ name }) => name ?? undefined },
  { name: "id", value: ({ id }) => id },
  { name: "tags", value: ({ tags }) => tags?.map(tagText).join(", ") },
];

const tagColumns: readonly Column<Tag>[] = [
  { name: "key", value: ({ key }) => key },
  { name: "value", value: ({ value }) => value ?? undefined },
];

function tagText({ key, value }: Tag): string {
  return value ? `${key}=${value}` : key;
}

export function tagListCommand(io: Session): Command {
  const command = new Command("list")
    .summary("List tags")
    .description("Lists the tags of a backup or a policy, or all keys and values of the project.")
    .argument("[backup|policy]", "ID or unique name; the whole project when not given")
    .addOption(formatOption());
  return reading(command, io, async (client, [text], format) => {
    const call = { signal: io.signal };
    if (text === undefined) {
      const [backups, policies] = await Promise.all([
        client.listProjectBackupTags({}, call),
        client.listProjectPolicyTags({}, call),
      ]);
      const rows = [
        ...backups.tags.map((tag): Row => ({ kind: "backup", ...tag })),
        ...policies.tags.map((tag): Row => ({ kind: "policy", ...tag })),
      ];
      return printRows(rows, summaryColumns, format, io);
    }
    const { kind, id } = await findTagged(client, text, io.signal);
    const { tags } =
      kind === "backup"
        ? await client.listBackupTags({ resource_id: id }, call)
        : await client.listPolicyTags({ resource_id: id }, call);
    await printRows(tags, tagColumns, format, io);
  });
}

export function tagFindCommand(io: Session): Command {
  const command = new Command("find")
    .summary("Find backups and policies by their tags")
    .description(
      "Finds the backups and policies that have all of the tags. A key alone finds every value of the key.",
    )
    .argument("<key[=value]...>", "Tags")
    .addOption(formatOption());
  return reading(command, io, async (client, texts, format) => {
    const body = { tags: filtersOf(texts) };
    const call = { signal: io.signal };
    const rows: Row[] = [];
    for await (const found of paginate(client.findBackupsByTag, { body }, call)) {
      rows.push(rowOf("backup", found));
    }
    for await (const found of paginate(client.findPoliciesByTag, { body }, call)) {
      rows.push(rowOf("policy", found));
    }
    if (rows.length === 0) io.note("csbs: no backup and no policy has these tags\n");
    if (rows.length > 0 || format !== "table") await printRows(rows, foundColumns, format, io);
  });
}

function rowOf(
  kind: Row["kind"],
  found: { resource_id: string; resource_name?: string | null; tags?: readonly Tag[] | null },
): Row {
  return { kind, id: found.resource_id, name: found.resource_name, tags: found.tags ?? [] };
}

/** One filter for each key, with the values that were given for it. */
function filtersOf(texts: readonly string[]): { key: string; values: string[] }[] {
  const values = new Map<string, string[]>();
  for (const text of texts) {
    const [key = "", ...rest] = text.split("=");
    if (key === "") throw new UsageError(`${JSON.stringify(text)} is not a tag; write key or key=value`);
    const known = values.get(key) ?? [];
    values.set(key, rest.length === 0 ? known : [...known, rest.join("=")]);
  }
  return [...values].map(([key, accepted]) => ({ key, values: accepted }));
}

function reading(
  command: Command,
  io: Session,
  act: (client: CsbsClient, texts: string[], format: Format) => Promise<void>,
): Command {
  addConnectionOptions(command).addHelpText("after", `${connectionHelp}${exitCodesHelp}`);
  return command.action(async (given: string | string[] | undefined) => {
    await withClient(command.opts(), io, async ({ client }) => {
      await act(client, [given ?? []].flat(), command.opts<{ output: Format }>().output);
    });
  });
}
