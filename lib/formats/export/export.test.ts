import { parse } from "csv-parse/sync";
import { parquetMetadata, parquetReadObjects } from "hyparquet";
import { describe, expect, test } from "vitest";
import { csv } from "@/lib/formats/export/csv";
import { evalArenaLine, evalplusSampleLine, humanevalSampleLine } from "@/lib/formats/export/exchange";
import { jsonl } from "@/lib/formats/export/jsonl";
import { latex } from "@/lib/formats/export/latex";
import { markdown } from "@/lib/formats/export/markdown";
import { parquet } from "@/lib/formats/export/parquet";
import { findTextExporter, textExporters } from "@/lib/formats/export/registry";
import { type Column, exportText, type Row, type TextExporter } from "@/lib/formats/export/table";
import { readText } from "@/testing/read-import";

const columns: readonly Column[] = [
  { name: "model", title: "Model", type: "text" },
  { name: "n", title: "N", type: "integer" },
  { name: "pass_at_1", title: "pass@1", type: "estimate", decimals: 1, description: "mean over problems, 95 % Wilson interval" },
  { name: "p", title: "p", type: "number", decimals: 3 },
  { name: "oracle", title: "Oracle", type: "boolean" },
];

const rows: readonly Row[] = [
  ["Qwen_2.5 & co", 26, { value: 61.54, low: 51.54, high: 71.54 }, -0.04, false],
  ["=cmd|'/c calc'!A1", 1_000_000, { value: 98.46, low: 80.1, high: 100 }, 0, true],
  ['a "quoted",\nline', null, null, null, null],
];

function write(exporter: TextExporter, given: readonly Row[] = rows): string {
  return [...exportText(exporter, columns, given)].join("");
}

describe("CSV", () => {
  test("is RFC 4180: another reader gets the same cells back, estimates in three columns", () => {
    const text = write(csv);
    expect(text.split("\r\n")[0]).toBe("model,n,pass_at_1,pass_at_1_low,pass_at_1_high,p,oracle");
    expect(text.endsWith("\r\n")).toBe(true);
    expect(parse(text, { columns: true })).toEqual([
      {
        model: "Qwen_2.5 & co",
        n: "26",
        pass_at_1: "61.54",
        pass_at_1_low: "51.54",
        pass_at_1_high: "71.54",
        p: "-0.04",
        oracle: "false",
      },
      {
        model: "'=cmd|'/c calc'!A1",
        n: "1000000",
        pass_at_1: "98.46",
        pass_at_1_low: "80.1",
        pass_at_1_high: "100",
        p: "0",
        oracle: "true",
      },
      { model: 'a "quoted",\nline', n: "", pass_at_1: "", pass_at_1_low: "", pass_at_1_high: "", p: "", oracle: "" },
    ]);
  });
  test.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])("text that a spreadsheet would run is prefixed: %j", (text) => {
    const [record] = parse(csv.row([{ name: "a", title: "A", type: "text" }], [text]));
    expect(record).toEqual([`'${text}`]);
  });
  test("numbers below zero are numbers", () => {
    expect(csv.row([{ name: "a", title: "A", type: "number" }], [-1.5])).toBe("-1.5\r\n");
    expect(csv.row([{ name: "a", title: "A", type: "number" }], [Number.NaN])).toBe("\r\n");
  });
});

describe("JSON Lines", () => {
  test("one object per row with full precision; unknown is null", () => {
    const lines = write(jsonl)
      .trimEnd()
      .split("\n")
      .map((line): unknown => JSON.parse(line));
    expect(lines[0]).toEqual({
      model: "Qwen_2.5 & co",
      n: 26,
      pass_at_1: 61.54,
      pass_at_1_low: 51.54,
      pass_at_1_high: 71.54,
      p: -0.04,
      oracle: false,
    });
    expect(lines[2]).toMatchObject({ n: null, pass_at_1: null, pass_at_1_low: null, oracle: null });
  });
});

describe("LaTeX", () => {
  test("is a booktabs table with ± where the interval is symmetric, with what a column estimates as a comment", () => {
    expect(write(latex)).toBe(
      [
        "% \\usepackage{booktabs}",
        "% pass@1: mean over problems, 95 % Wilson interval",
        "\\begin{tabular}{lrrrl}",
        "\\toprule",
        "Model & N & pass@1 & p & Oracle \\\\",
        "\\midrule",
        "Qwen\\_2.5 \\& co & 26 & 61.5 $\\pm$ 10.0 & $-$0.040 & no \\\\",
        "=cmd|'/c calc'!A1 & 1000000 & 98.5 [80.1, 100.0] & 0.000 & yes \\\\",
        'a "quoted", line & --- & --- & --- & --- \\\\',
        "\\bottomrule",
        "\\end{tabular}",
        "",
      ].join("\n"),
    );
  });
  test("every character that LaTeX reads as a command is written out, once", () => {
    const column: Column = { name: "a", title: "A", type: "text" };
    expect(latex.row([column], ["\\input{x} $1 #2 50% a_b ^ ~ <>&"])).toBe(
      "\\textbackslash{}input\\{x\\} \\$1 \\#2 50\\% a\\_b \\textasciicircum{} \\textasciitilde{} \\textless{}\\textgreater{}\\& \\\\\n",
    );
  });
});

describe("typeset tables", () => {
  test("leave out what is for data alone, which the data formats keep", () => {
    const some: readonly Column[] = [
      { name: "arm", title: "Arm", type: "text" },
      { name: "sentence", title: "In words", type: "text", isForData: true, description: "a sentence" },
      { name: "n", title: "N", type: "integer" },
    ];
    const text = (exporter: TextExporter) => [...exportText(exporter, some, [["a", "A does better.", 26]])].join("");
    expect(text(markdown)).toBe("| Arm | N |\n| --- | ---: |\n| a | 26 |\n");
    expect(text(latex)).toContain("\\begin{tabular}{lr}\n\\toprule\nArm & N \\\\\n\\midrule\na & 26 \\\\\n");
    expect(text(csv)).toBe("arm,sentence,n\r\na,A does better.,26\r\n");
    expect(JSON.parse(text(jsonl))).toEqual({ arm: "a", sentence: "A does better.", n: 26 });
  });
});

describe("Markdown", () => {
  test("is a table with its notes below", () => {
    expect(write(markdown, rows.slice(0, 2))).toBe(
      [
        "| Model | N | pass@1 | p | Oracle |",
        "| --- | ---: | ---: | ---: | --- |",
        "| Qwen\\_2.5 & co | 26 | 61.5 ± 10.0 | −0.040 | no |",
        "| =cmd\\|'/c calc'!A1 | 1000000 | 98.5 [80.1, 100.0] | 0.000 | yes |",
        "",
        "- **pass@1**: mean over problems, 95 % Wilson interval",
        "",
      ].join("\n"),
    );
  });
  test("a cell cannot end its row, start a new one or become a tag", () => {
    expect(markdown.row([{ name: "a", title: "A", type: "text" }], ["x | y\n| z <script>"])).toBe(
      "| x \\| y \\| z &lt;script&gt; |\n",
    );
  });
});

describe("numbers for people", () => {
  test("what rounds to zero has no sign, and unknown is not a number", () => {
    const column: Column = { name: "a", title: "A", type: "number", decimals: 1 };
    expect(markdown.row([column], [-0.04])).toBe("| 0.0 |\n");
    expect(markdown.row([column], [Number.POSITIVE_INFINITY])).toBe("| — |\n");
  });
  test("a row with too few cells is an error, not a shifted row", () => {
    for (const exporter of textExporters) expect(() => exporter.row(columns, ["a"])).toThrow(RangeError);
  });
  test("exporters are found by id", () => {
    expect(textExporters.map(({ id }) => findTextExporter(id)?.id)).toEqual(["csv", "jsonl", "latex", "markdown"]);
    expect(findTextExporter("xlsx")).toBeUndefined();
  });
});

describe("Parquet", () => {
  test("another reader gets types, values and nulls back, and what a column estimates", async () => {
    const file = parquet(columns, rows).slice().buffer;
    const found = await parquetReadObjects({ file });
    expect(found).toEqual([
      { model: "Qwen_2.5 & co", n: 26n, pass_at_1: 61.54, pass_at_1_low: 51.54, pass_at_1_high: 71.54, p: -0.04, oracle: false },
      {
        model: "=cmd|'/c calc'!A1",
        n: 1_000_000n,
        pass_at_1: 98.46,
        pass_at_1_low: 80.1,
        pass_at_1_high: 100,
        p: 0,
        oracle: true,
      },
      { model: 'a "quoted",\nline', n: null, pass_at_1: null, pass_at_1_low: null, pass_at_1_high: null, p: null, oracle: null },
    ]);
    expect(parquetMetadata(file).key_value_metadata).toContainEqual({
      key: "estimand:pass_at_1",
      value: "mean over problems, 95 % Wilson interval",
    });
  });
  test("an empty table, and a column of nothing but nulls, are tables", async () => {
    const oneColumn: Column[] = [{ name: "a", title: "A", type: "number" }];
    expect(await parquetReadObjects({ file: parquet(oneColumn, []).slice().buffer })).toEqual([]);
    expect(await parquetReadObjects({ file: parquet(oneColumn, [[null], [null]]).slice().buffer })).toEqual([
      { a: null },
      { a: null },
    ]);
  });
  test("many rows keep their order", async () => {
    const many = Array.from({ length: 150_000 }, (_, index): Row => [index, `t${index % 7}`]);
    const file = parquet(
      [
        { name: "i", title: "I", type: "integer" },
        { name: "t", title: "T", type: "text" },
      ],
      many,
    ).slice().buffer;
    const found = await parquetReadObjects({ file, rowStart: 149_998 });
    expect(found).toEqual([
      { i: 149_998n, t: `t${149_998 % 7}` },
      { i: 149_999n, t: `t${149_999 % 7}` },
    ]);
  }, 30_000);
  test("a cell of another type is an error", () => {
    expect(() => parquet([{ name: "n", title: "N", type: "integer" }], [[1.5]])).toThrow(
      /column n is of type integer, but a cell is 1.5/,
    );
    expect(() => parquet([{ name: "n", title: "N", type: "boolean" }], [["yes"]])).toThrow(RangeError);
  });
});

describe("exchange formats", () => {
  test("what is written is read back", async () => {
    const arena = await readText(
      "a.jsonl",
      evalArenaLine({ benchmark: "b", model: "m · code", taskId: "T/1", passed: 2, samples: 3 }),
    );
    expect(arena.rows).toMatchObject([
      { type: "arm", arm: { model: "m · code", benchmark: "b" } },
      { type: "tally", tally: { taskId: "T/1", passed: 2, samples: 3 } },
    ]);
    expect(arena.report.notices).toEqual([]);
    const completion = await readText("h.jsonl", humanevalSampleLine("HumanEval/0", "    return 'é\u2028'\n"));
    expect(completion.rows[1]).toMatchObject({
      sample: { taskId: "HumanEval/0", text: "    return 'é\u2028'\n", form: "completion" },
    });
    const solution = await readText("e.jsonl", evalplusSampleLine("Mbpp/2", "def f(): pass"));
    expect(solution.rows[1]).toMatchObject({ sample: { taskId: "Mbpp/2", text: "def f(): pass", form: "program" } });
  });
  test("counts that cannot be are an error", () => {
    expect(() => evalArenaLine({ benchmark: "b", model: "m", taskId: "T", passed: 0, samples: 0 })).toThrow(RangeError);
    expect(() => evalArenaLine({ benchmark: "b", model: "m", taskId: "T", passed: 4, samples: 3 })).toThrow(RangeError);
  });
});
