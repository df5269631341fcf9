import type { Method } from "../../config/credentials.ts";
import type { Plan } from "../../config/resolve.ts";
import type { Source } from "../../config/settings.ts";
import type { CsbsAuth, CsbsClientSettings } from "../../index.ts";
import type { Document } from "../../spec/document.ts";
import type { Session } from "../session.ts";
import type { Checkup } from "./checkup.ts";
import type { World } from "./world.ts";

/** What all checks share. */
export interface Examination {
  world: World;
  checkup: Checkup;
  session: Session;
  spec: Document;
  /** Of every client. */
  settings: Pick<CsbsClientSettings, "hooks" | "fetch" | "timeout">;
}

/** What the settings lead to. */
export interface Setup {
  sources: Source[];
  plan: Plan;
  method: Method;
  /** Credentials that need no project. */
  auth: CsbsAuth;
  authUrl: string | undefined;
  /** The endpoint. */
  url: URL;
  /** Trusted authorities; undefined for those of Node. */
  ca: string[] | undefined;
}
