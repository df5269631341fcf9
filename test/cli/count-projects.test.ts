import { beforeEach, describe, expect, test, vi } from "vitest";
import { projectId, secret } from "../support/client.ts";
import { runScript } from "../support/process.ts";
import { playing } from "../support/scenario.ts";
import { clearVariables, connection, csbs, csbsIn } from "./support.ts";

beforeEach(clearVariables);

const other = "b942cc8342734d15bcb246babb1953cf";

const users = [
  {
    name: "ann",
    password: "only-for-tests",
    projects: [
      { name: "eu-de_shop", id: projectId },
      { name: "eu-de_office", id: other },
    ],
  },
];

/** The mock with two projects, and the variables of who may use them. */
async function startProjects(scenario = {}) {
  const { mock } = await playing({ users, ...scenario });
  const env = {
    CSBS_ENDPOINT: mock.url,
    OS_AUTH_URL: `${mock.url}/v3`,
    OS_USERNAME: "ann",
    OS_USER_DOMAIN_NAME: "Default",
    OS_PASSWORD: "only-for-tests",
  };
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  return env;
}

describe("csbs count --all-projects", () => {
  test("prints a line for each project, and the total", async () => {
    const env = await startProjects();
    expect(await runScript("src/cli/main.ts", ["count", "--all-projects", "--status", "error"], env)).toEqual(
      {
        code: 0,
        stdout: [
          `${projectId}  eu-de_shop    10`,
          `${other}  eu-de_office  10`,
          "total                                           20",
          "",
        ].join("\n"),
        stderr: "",
      },
    );
  });

  test("tells what failed, and ends with 1", async () => {
    await startProjects({ operations: { countBackups: [{ status: 403 }] } });
    const { code, stdout, stderr } = await csbs("count", "--all-projects");
    expect(code).toBe(1);
    expect(stdout).toMatch(/ +failed\n/);
    expect(stdout).toMatch(/ +10\ntotal +10\n$/);
    expect(stderr).toMatch(
      /^csbs: eu-de_\w+ \([0-9a-f]{32}\) in 127\.0\.0\.1:\d+: countBackups: responded 403 /,
    );
    expect(stderr).toMatch(/\ncsbs: 1 of 2 counts failed; the total is incomplete\n$/);
  });

  test("is a table, JSON or CSV too", async () => {
    await startProjects();
    const all = ["count", "--all-projects", "-o"];
    expect((await csbs(...all, "table")).stdout).toMatch(/^id +project +count\n/);
    expect(JSON.parse((await csbs(...all, "json")).stdout)).toEqual({
      results: [
        { project: "eu-de_shop", id: projectId, count: 10 },
        { project: "eu-de_office", id: other, count: 10 },
      ],
      total: 20,
      failed: 0,
    });
    expect((await csbs(...all, "csv")).stdout).toBe(
      `project,id,count,error\r\neu-de_shop,${projectId},10,\r\neu-de_office,${other},10,\r\n`,
    );
  });

  test.each([60, 80, 200])("fits %i columns", async (columns) => {
    const name = `eu-de_${"long".repeat(12)}`;
    await startProjects({ users: [{ ...users[0], projects: [{ name, id: projectId }] }] });
    const { stdout } = await csbsIn({ columns }, "count", "--all-projects");
    for (const line of stdout.trimEnd().split("\n")) expect(line.length).toBeLessThanOrEqual(columns);
  });

  test("with --by region adds up the projects of a region", async () => {
    await startProjects();
    expect((await csbs("count", "--all-projects", "--by", "region")).stdout).toMatch(
      /^127\.0\.0\.1:\d+ +20\ntotal +20\n$/,
    );
  });

  test("names what it needs", async () => {
    const { stderr, code } = await csbs("count", "--all-projects", "--region", "eu-de");
    expect([code, stderr]).toEqual([
      2,
      expect.stringMatching(/no address of IAM: set OS_AUTH_URL.*no token: /),
    ]);
  });

  test("works with the embedded mock", async () => {
    expect(await csbs("count", "--mock", "--all-projects")).toMatchObject({ code: 0, stderr: "" });
  });
});

describe("several projects and regions", () => {
  test("--project-id may be repeated; the same one counts once", async () => {
    const { mock } = await playing({});
    vi.stubEnv("CSBS_ENDPOINT", mock.url);
    vi.stubEnv("OS_TOKEN", secret);
    const ids = [projectId, other, projectId].flatMap((id) => ["--project-id", id]);
    expect(await csbs("count", ...ids)).toEqual({
      code: 0,
      stdout: `${projectId}  10\n${other}  10\ntotal                             20\n`,
      stderr: "",
    });
  });

  test("--region may be repeated, each with its endpoint", async () => {
    const asked: string[] = [];
    vi.stubGlobal("fetch", async (url: string) => {
      asked.push(new URL(url).host);
      return Response.json({ count: asked.length });
    });
    const regions = ["--region", "eu-de", "--region", "cn-north-1"];
    const rest = ["--project-id", projectId, "--token", secret];
    for (const by of [[], ["--by", "region"]]) {
      asked.length = 0;
      expect(await csbs("count", ...by, ...regions, ...rest)).toEqual({
        code: 0,
        stdout: "eu-de       1\ncn-north-1  2\ntotal       3\n",
        stderr: "",
      });
      expect(asked).toEqual(["csbs.eu-de.otc.t-systems.com", "csbs.cn-north-1.myhuaweicloud.com"]);
    }
  });

  const wrong: [args: string[], message: RegExp][] = [
    [["--all-projects", "--project-id", projectId], /--all-projects and --project-id exclude each other/],
    [["--by", "status", "--project-id", projectId, "--project-id", other], /--by status counts one project/],
    [["--mock", "--region", "eu-de"], /--mock and --region exclude each other/],
  ];
  for (const [args, message] of wrong) {
    test(`refuses ${args.join(" ")}`, async () => {
      const { code, stdout, stderr } = await csbs(
        "count",
        ...args,
        ...connection("http://127.0.0.1:2").slice(0, 2),
        "--token",
        secret,
      );
      expect([code, stdout, stderr]).toEqual([2, "", expect.stringMatching(message)]);
    });
  }
});
