import type { ErrorCode } from "../../../generated/error-codes.ts";
import type { components } from "../../../generated/schema.ts";
import { type Call, done, type Handler, refuse } from "./call.ts";
import { findPolicy } from "./policies.ts";
import type { Store, Tag } from "./store.ts";
import { matchesTags } from "./tag-search.ts";

type Schemas = components["schemas"];

/** Something that bears tags. */
export interface Tagged {
  id: string;
  name: string;
  tags: Tag[];
}

/** What tags are on: where to find one and all, and how to say that there is none. */
interface Bearer {
  find(store: Store, id: string | undefined): { tags: Tag[] } | undefined;
  all(store: Store): Tagged[];
  missing: ErrorCode;
}

const backups: Bearer = {
  find: (store, id) => store.findBackup(id),
  all: (store) => store.living(),
  missing: "CSBS.3001",
};

const policies: Bearer = {
  find: findPolicy,
  all: (store) =>
    [...store.policies.values()].map(({ id, policy, tags }) => ({ id, name: policy.name, tags })),
  missing: "CSBS.3000",
};

/** The handlers of the six operations on tags, for backups or for policies. */
function handlersFor({ find, all, missing }: Bearer) {
  const onOne =
    (handle: (bearer: { tags: Tag[] }, call: Call) => ReturnType<Handler>): Handler =>
    (call) => {
      const bearer = find(call.store, call.path.resource_id);
      return bearer === undefined ? refuse(missing, call.path.resource_id ?? "") : handle(bearer, call);
    };
  return {
    listOfProject: (({ store }) => ({ body: { tags: summary(all(store)) } })) satisfies Handler,
    list: onOne(({ tags }) => ({ body: { tags } })),
    add: onOne((bearer, { body, store }) => set(bearer, [(body as Schemas["AddTagRequest"]).tag], store)),
    update: onOne((bearer, { body, store }) => {
      const { action, tags } = body as Schemas["UpdateTagsRequest"];
      if (action === "create") return set(bearer, tags, store);
      bearer.tags = bearer.tags.filter(
        ({ key, value }) => !tags.some((one) => one.key === key && (one.value ?? value) === value),
      );
      return done;
    }),
    remove: onOne((bearer, { path }) => {
      const rest = bearer.tags.filter(({ key }) => key !== path.key);
      if (rest.length === bearer.tags.length) return refuse("CSBS.7001");
      bearer.tags = rest;
      return done;
    }),
    search: (({ store, body }) => search(all(store), body as Search, store)) satisfies Handler,
  };
}

export const backupTags = handlersFor(backups);
export const policyTags = handlersFor(policies);

type Search = Schemas["FindByTagRequest"];

/** Sets tags; one with a key that is there already takes the new value. */
function set(bearer: { tags: Tag[] }, tags: Tag[], { document }: Store): ReturnType<Handler> {
  const byKey = new Map([...bearer.tags, ...tags].map((tag) => [tag.key, { ...tag }]));
  const most = Number(document.propertyOf("Backup", "tags").maxItems);
  if (byKey.size > most) return refuse("CSBS.7000", String(most));
  bearer.tags = [...byKey.values()];
  return done;
}

/** Every key that occurs, with each of its values once. */
function summary(all: Tagged[]): { key: string; values: string[] }[] {
  const values = new Map<string, Set<string>>();
  for (const { key, value } of all.flatMap(({ tags }) => tags)) {
    values.set(key, (values.get(key) ?? new Set()).add(value));
  }
  return [...values].map(([key, found]) => ({ key, values: [...found] }));
}

function search(all: Tagged[], body: Search, { document }: Store): ReturnType<Handler> {
  const found = all.filter((one) => matchesTags(one, body));
  if (body.action === "count") return { body: { total_count: found.length } };
  const defaultOf = (name: string) => document.propertyOf("FindByTagRequest", name)["x-csbs-default"];
  const begin = Number(body.offset ?? defaultOf("offset"));
  const page = found.slice(begin, begin + Number(body.limit ?? defaultOf("limit")));
  const resources = page.map(({ id, name, tags }) => ({
    resource_id: id,
    resource_name: name,
    resource_detail: {},
    tags,
  }));
  return { body: { resources, total_count: found.length } };
}
