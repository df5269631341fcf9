import { credentialHeaders } from "../../../generated/operations.ts";
import { find, placesOf } from "../../config/settings.ts";
import type { CsbsAuth, Project } from "../../index.ts";
import { explainSilence, type Finding } from "./checkup.ts";
import type { Examination, Setup } from "./examination.ts";
import {
  checkDomain,
  checkProject,
  checkSignIn,
  checkToken,
  checkVersion,
  type Iam,
  type TokenInfo,
} from "./iam.ts";
import { checkNetwork } from "./network.ts";

/** What requests to the service need of IAM. */
export interface SignedIn {
  /** Undefined where IAM did not say which ID the project has. */
  projectId: string | undefined;
  /** Credentials for the project, where they were made already. */
  auth: CsbsAuth | undefined;
  /** The checks without which the service cannot be asked. */
  needs: string[];
}

/** Checks IAM, where its address is known. A password needs it; a token or a key may do without. */
export async function examineIam(examination: Examination, setup: Setup): Promise<SignedIn> {
  const { checkup, settings, session } = examination;
  const { authUrl, plan, sources, method, auth: unscoped, ca } = setup;
  const known = typeof plan.project === "string" ? plan.project : undefined;
  if (authUrl === undefined) {
    const detail = `no address of IAM; to check it, set ${placesOf("authUrl")}`;
    await checkup.run("IAM", ["settings"], () => ({ result: "skipped", detail }));
    return { projectId: known, auth: undefined, needs: [] };
  }
  const iam: Iam = { authUrl, method, auth: unscoped, settings, signal: session.signal };
  const reachable = await checkNetwork("IAM", new URL(authUrl), examination, ca);
  await checkup.run("IAM version", [reachable], () => explainSilence(() => checkVersion(iam)));
  const projects = await checkup.run<Project[]>("sign-in", ["IAM version"], () => checkSignIn(iam));
  const project = await checkup.run<Project>("project", ["sign-in"], () =>
    checkProject(plan.project, projects),
  );
  const projectId = known ?? project?.id;
  const auth = projectId === undefined ? undefined : plan.authFor(projectId);
  const info = await checkup.run<TokenInfo>("token", ["project"], async (): Promise<Finding<TokenInfo>> => {
    if (method === "key") return { result: "skipped", detail: "requests are signed with an access key" };
    const token = await tokenOf(auth as CsbsAuth, authUrl);
    checkup.secrets.add(token);
    return checkToken(iam, { auth: auth as CsbsAuth, token, projectId: projectId as string });
  });
  const expected = find(sources, "projectDomainId");
  await checkup.run("domain", ["project"], () => checkDomain(project, info, expected));
  const steps = ["sign-in", "project", "token", "domain"];
  const isNeeded = (step: string) =>
    method === "password" || projectId === undefined || checkup.resultOf(step) === "failed";
  return { projectId, auth, needs: steps.filter(isNeeded) };
}

/** The token that requests carry; a password gets it from IAM now. */
async function tokenOf(auth: CsbsAuth, url: string): Promise<string> {
  const { headers } = await auth(new Request(url));
  return headers.get(credentialHeaders.tokenAuth) ?? "";
}
