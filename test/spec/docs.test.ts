import { beforeAll, describe, expect, test } from "vitest";
import { createDraw, type Draw } from "../../scripts/docs/diagrams.ts";
import { toGuide } from "../../scripts/docs/guides.ts";
import { html } from "../../scripts/docs/html.ts";
import { follow, type LinkTargets } from "../../scripts/docs/links.ts";
import { renderMarkdown, type Surroundings, slug } from "../../scripts/docs/markdown.ts";
import { readDifferences } from "../../scripts/docs/reference/differences.ts";
import { errorsOf, errorTable } from "../../scripts/docs/reference/errors.ts";
import { excerpt, highlight, words } from "../../scripts/docs/search-text.ts";
import { collected } from "../../scripts/docs/serve.ts";
import { relative } from "../../scripts/docs/site.ts";
import { createTables, tablesIn } from "../../scripts/docs/tables.ts";
import { document, findOperation, operations } from "../support/spec.ts";

describe("the template", () => {
  test("escapes whatever it is given, but markup of its own", () => {
    const evil = `<img src=x onerror="alert('1')">&`;
    expect(html`<p title="${evil}">${evil}${html`<b>${1}</b>`}</p>`.text).toBe(
      `<p title="&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;&amp;">&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;&amp;<b>1</b></p>`,
    );
  });

  test("leaves out what is not there, and joins lists", () => {
    expect(html`<p>${undefined}${null}${false}${0}${["a", html`<i>b</i>`]}</p>`.text).toBe(
      "<p>0a<i>b</i></p>",
    );
  });
});

test.each([
  ["index.html", "guides/lists.html", "guides/lists.html"],
  ["guides/lists.html", "index.html", "../index.html"],
  ["guides/lists.html", "guides/tags.html#by-tag", "tags.html#by-tag"],
  ["guides/lists.html", "guides/lists.html#all", "#all"],
  ["guides/lists.html", "guides/lists.html", "lists.html"],
  ["reference/schemas/Tag.html", "reference/countBackups.html", "../countBackups.html"],
  ["reference/schemas/Tag.html", "assets/site.css", "../../assets/site.css"],
])("from %s to %s it is %s", (from, to, link) => {
  expect(relative(from, to)).toBe(link);
});

describe("a link of a guide", () => {
  const targets: LinkTargets = {
    operations: new Map([
      ["openapi/backups/count.yaml", ["countBackups"]],
      ["openapi/policies/list.yaml", ["listPolicies", "createPolicy"]],
    ]),
    guides: new Set(["lists", "filters"]),
    repository: undefined,
  };
  const from = (href: string, text = "", known = targets) =>
    follow("docs/guides/filters.md", href, text, known);

  test.each([
    ["lists.md#all-of-them", "", "guides/lists.html#all-of-them"],
    ["#times", "", "guides/filters.html#times"],
    ["../../openapi/backups/count.yaml", "any text", "reference/countBackups.html"],
    ["../../openapi/policies/list.yaml", "createPolicy", "reference/createPolicy.html"],
    ["../../openapi/policies/list.yaml", "the policies", "reference/index.html#listPolicies"],
    ["../../generated/openapi-3.0.json", "", "openapi-3.0.json"],
    ["../../CHANGELOG.md", "", "changelog.html"],
  ])("%s (%s) leads to %s", (href, text, page) => {
    expect(from(href, text)).toEqual({ page });
  });

  test("to another site stays", () => {
    expect(from("https://openapi-ts.dev/")).toEqual({ outside: "https://openapi-ts.dev/" });
  });

  test("to a file that is not a page leads to the repository, or nowhere when nobody knows it", () => {
    expect(from("../../biome.json")).toEqual({ nowhere: true });
    const repository = "https://example.com/blob/main/";
    expect(from("../../biome.json", "", { ...targets, repository })).toEqual({
      outside: `${repository}biome.json`,
    });
  });

  test("to a guide that is not there is refused", () => {
    expect(() => from("restores.md")).toThrow(
      "docs/guides/filters.md links to restores.md, which is not a guide",
    );
  });
});

describe("Markdown", () => {
  const surroundings: Surroundings = {
    coder: {
      block: (text, language) => html`<pre data-language="${language}">${text}</pre>`,
      styles: () => "",
    },
    link: (href) => (href === "nowhere" ? undefined : `to/${href}`),
    image: (file, label) => html`<svg aria-label="${label}" data-file="${file}"></svg>`,
    table: (name) => html`<table id="${name}"></table>`,
  };
  const render = (source: string) => renderMarkdown(source, surroundings);
  const text = (source: string) => render(source).html.text;

  test("links are rewritten; one that leads nowhere leaves its text", () => {
    expect(text("[a `b`](c.md) [d](nowhere)")).toBe(`<p><a href="to/c.md">a <code>b</code></a> d</p>\n`);
  });

  test("words in code style lead to what they name, but in links and on their own page", () => {
    const named = (word: string) => (word === "listBackups" ? "listBackups.html" : undefined);
    const { html: made } = renderMarkdown("`listBackups` `limit` [`listBackups`](a.md)", {
      ...surroundings,
      named,
    });
    expect(made.text).toBe(
      `<p><a href="listBackups.html"><code>listBackups</code></a> <code>limit</code> <a href="to/a.md"><code>listBackups</code></a></p>\n`,
    );
  });

  test("a named comment becomes a table, any other vanishes, and HTML is text", () => {
    expect(text("<!-- table: error-codes -->")).toContain(`<table id="error-codes"></table>`);
    expect(text("<!-- a remark -->")).not.toContain("remark");
    expect(text("a <script>")).toContain("a &lt;script&gt;");
  });

  test("pictures keep what they say, code its language", () => {
    expect(text("![What it *shows*](diagrams/x.dot)")).toContain(`data-file="diagrams/x.dot"`);
    expect(text("```sh\nls <a>\n```")).toContain(`<pre data-language="sh">ls &lt;a&gt;\n</pre>`);
  });

  test("rows of a record can be linked to", () => {
    expect(text("| Row | What |\n| --- | --- |\n| dec-size | x |")).toContain(`<tr id="dec-size">`);
    expect(text("| Name | What |\n| --- | --- |\n| dec-size | x |")).not.toContain(`id="dec-size"`);
  });

  test("sections have the ids of a code host, and the words beneath them", () => {
    const { sections } = render("# Title\n\nFirst.\n\n## What's new, in `all`?\n\nSecond\nline.\n\n- third");
    expect(sections).toMatchObject([
      { text: "Title", level: 1, words: "First." },
      { id: "whats-new-in-all", text: "What's new, in all?", level: 2, words: "Second line.\nthird" },
    ]);
    expect(render("# T\n\n| A | B |\n| - | - |\n| c | d |").sections[0]?.words).toBe("A · B\nc · d");
    expect(slug("The `--all` option")).toBe("the---all-option");
  });
});

test("a guide begins with its title and says what it is for", () => {
  expect(toGuide("lists", "# Lists\n\nOf [many](x.md) `things`,\nin pages.\n\nMore.\n")).toMatchObject({
    title: "Lists",
    summary: "Of many things, in pages.",
  });
  expect(() => toGuide("lists", "Lists\n")).toThrow(`lists.md does not begin with "# Title"`);
});

describe("tables made from data", () => {
  test("the catalogue: every entry has an id, and the first of a code has the code", () => {
    const { text } = errorTable(document);
    const entries = document["x-csbs-error-codes"];
    expect(text.match(/<tr /g)).toHaveLength(entries.length);
    const ids = [...text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(entries.length);
    for (const { code } of entries) expect(ids).toContain(code);
    expect(ids).toContain("CSBS.9009-400");
  });

  test("rows of a file, with what is in them escaped", () => {
    const tables = createTables(
      document,
      new Map([["x", "- language: A<b>\n  runs: true\n- language: C\n  runs: not tried\n"]]),
    );
    expect(tables("x").text).toContain("<th>Language</th><th>Runs</th>");
    expect(tables("x").text).toContain("<td>A&lt;b&gt;</td><td>yes</td>");
    expect(() => tables("y")).toThrow("There is no docs/guides/tables/y.yaml");
    expect(tablesIn("a\n<!-- table: x -->\n<!-- other -->\n")).toEqual(["x"]);
  });
});

describe("diagrams", () => {
  let draw: Draw;
  beforeAll(async () => {
    draw = await createDraw();
  });

  test("are named, and leave colours, typefaces and ids to the page", () => {
    const { text } = draw(
      "a.dot",
      `digraph { a [class="box kept", label="<A>"]; a -> b }`,
      `What "it" shows`,
    );
    expect(text).toMatch(/^<svg class="diagram" role="img" aria-label="What &quot;it&quot; shows" viewBox=/);
    expect(text).toContain(`class="node box kept"`);
    expect(text).toContain("&lt;A&gt;");
    expect(text).not.toMatch(/<title| id=| font-family=| stroke="black"|style=/);
  });

  test("drawn by hand are taken as they are", () => {
    const { text } = draw(
      "a.svg",
      `<?xml version="1.0"?>\n<svg viewBox="0 0 10 5"><rect class="kept"/></svg>`,
      "x",
    );
    expect(text).toContain(`viewBox="0 0 10 5" width="10"`);
    expect(text).toContain(`<rect class="kept"/>`);
    expect(() => draw("a.svg", "<svg></svg>", "x")).toThrow('the diagram "x" has no viewBox');
  });

  test("that are not a diagram are refused", () => {
    expect(() => draw("a.dot", "digraph {", "x")).toThrow();
  });
});

test("a difference is explained in sentences", () => {
  const source =
    "| Row | Where | One | Other | Does |\n| --- | --- | --- | --- | --- |\n| a | `x` | page: text | a number | either |\n";
  expect(readDifferences(source).get("a")).toBe(
    "Sources differ on `x`. Page: text. But: a number. This description: either. [Evidence](differences.md#a)",
  );
});

describe("errors of an operation", () => {
  const codes = (operationId: string, key: string) =>
    errorsOf(document, findOperation(operationId), key).map(({ code }) => code);

  test("are those of its examples and of the gateway, with this status", () => {
    expect(codes("countBackups", "400")).toContain("CSBS.9001");
    expect(codes("countBackups", "400")).not.toContain("CSBS.6000");
    expect(codes("createBackup", "400")).toContain("CSBS.6000");
    expect(errorsOf(document, findOperation("countBackups"), "default").map(({ status }) => status)).toEqual(
      expect.arrayContaining([413, 502, 504]),
    );
  });

  test("of another cloud are left out", () => {
    const huawei = operations.find(({ operation }) => !operation["x-csbs-clouds"].includes("otc"));
    expect(codes(huawei?.operation.operationId ?? "", "400")).not.toContain("BackupService.4008");
    expect(codes("countBackups", "400")).toContain("BackupService.4008");
  });

  test("name a code once for each meaning that fits the status", () => {
    expect(
      errorsOf(document, findOperation("countBackups"), "403").filter(({ code }) => code === "CSBS.9009"),
    ).toMatchObject([{ status: 403 }]);
  });
});

test("the search reads names whole and by their parts", () => {
  expect(words("Use countBackups, start_time or CSBS.3001.")).toEqual([
    "Use",
    "countBackups",
    "count",
    "Backups",
    "start_time",
    "start",
    "time",
    "or",
    "CSBS.3001",
    "CSBS",
    "3001",
  ]);
});

describe("a result of the search", () => {
  const marked = (pieces: ReturnType<typeof highlight>) =>
    pieces.map(({ text, found }) => (found ? `[${text}]` : text)).join("");

  test("marks words by their stems, and parts of names", () => {
    expect(marked(highlight("Retries of countBackups count.", new Set(["retri", "count"])))).toBe(
      "[Retries] of [count]Backups [count].",
    );
    expect(marked(highlight("No match", new Set(["x"])))).toBe("No match");
  });

  test("shows the sentence with the most of the words, a long one from shortly before them", () => {
    const terms = new Set(["retri", "token"]);
    expect(marked(excerpt("A retry. A retry with a token. Others", terms))).toBe("A [retry] with a [token].");
    expect(marked(excerpt("first\nlast", new Set()))).toBe("first");
    expect(marked(excerpt(`${"word ".repeat(50)}has a token here`, terms))).toBe(
      "… word word word word has a [token] here",
    );
  });
});

test("changes that come together are built once, and those during a build once more", async () => {
  const builds: string[][] = [];
  let finish = () => {};
  const changed = collected((files) => {
    builds.push(files);
    return new Promise((done) => {
      finish = done;
    });
  });
  changed("a");
  changed("b");
  await expect.poll(() => builds).toEqual([["a", "b"]]);
  changed("c");
  await new Promise((waited) => setTimeout(waited, 250));
  expect(builds).toHaveLength(1);
  finish();
  await expect.poll(() => builds).toEqual([["a", "b"], ["c"]]);
});
