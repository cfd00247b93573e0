import { expect, test } from "vitest";
import { readPublishedTable } from "@/lib/formats/read-published-table";
import { toAttached } from "@/lib/references/attached-table";
import { compareAttached } from "@/lib/references/compare-attached";
import type { ArmData } from "@/lib/results/arm-data";
import { armData, reportOn } from "@/testing/arm-data";

type Given = {
  model: string;
  condition: string;
  kind?: "input-prediction" | "output-prediction";
  temperature?: number;
  passed: string;
};

/** An arm on CRUXEval with one sample per problem. */
function arm({ model, condition, kind = "output-prediction", temperature = 0.2, passed }: Given): ArmData {
  const id = `${model} ${condition} ${kind} ${temperature}`;
  return armData({ id, model, condition, benchmark: "cruxeval", taskKind: kind, temperature, problems: [...passed] });
}

function compare(csv: string, arms: readonly ArmData[]) {
  const { arms: reports } = reportOn(arms);
  const table = toAttached(readPublishedTable(csv), "somewhere");
  return compareAttached({ id: "t", title: "t", table }, reports).cells.map(({ row, column, agrees, found }) => [
    row,
    column,
    agrees,
    found === null ? null : Number(found.toFixed(2)),
  ]);
}

test("words of row and column name the arm; the printed decimals say how exactly the two must agree", () => {
  const arms = [
    arm({ model: "org/gpt-4-0613", condition: "code", passed: "++-" }),
    arm({ model: "org/gpt-4-0613", condition: "cot", passed: "+++" }),
    arm({ model: "org/gpt-4-0613", condition: "code", kind: "input-prediction", passed: "---" }),
    arm({ model: "gpt-4o-mini", condition: "code", passed: "+--" }),
  ];
  expect(compare("Model,i@1,o@1\ngpt-4-0613,0.0,66.7\ngpt-4-0613+cot,50.0,100\ngpt-4o-mini,1,33.33\nGPT-4,,66.66", arms)).toEqual(
    [
      ["gpt-4-0613", "i@1", "reproduced", 0],
      ["gpt-4-0613", "o@1", "reproduced", 66.67],
      ["gpt-4-0613+cot", "i@1", "missing", null],
      ["gpt-4-0613+cot", "o@1", "reproduced", 100],
      ["gpt-4o-mini", "i@1", "missing", null],
      ["gpt-4o-mini", "o@1", "reproduced", 33.33],
      ["GPT-4", "i@1", "missing", null],
      ["GPT-4", "o@1", "differs", 66.67],
    ],
  );
});

test("where several arms fit, it is said that one of them gives the figure; a temperature in the words tells them apart", () => {
  const arms = [
    arm({ model: "m", condition: "code", temperature: 0.2, passed: "++--" }),
    arm({ model: "m", condition: "code", temperature: 0.8, passed: "+---" }),
  ];
  expect(compare("model,o@1,o@1 T=0.2,o@1 T=0.8\nm,25,25,25", arms)).toEqual([
    ["m", "o@1", "one-of-several", 25],
    ["m", "o@1 T=0.2", "differs", 50],
    ["m", "o@1 T=0.8", "reproduced", 25],
  ]);
});

test("a row or column with a word that names nothing known is compared with nothing", () => {
  const arms = [arm({ model: "LLaMA", condition: "code", passed: "+" })];
  expect(compare("base,corpus,MBPP-R,CRUXEval-O,BigCodeBench\nLLaMA,only NL2Code,24.9,55.9,1\nLLaMA,,24.9,100,1", arms)).toEqual([
    ["LLaMA · only NL2Code", "MBPP-R", "missing", null],
    ["LLaMA · only NL2Code", "CRUXEval-O", "missing", null],
    ["LLaMA · only NL2Code", "BigCodeBench", "missing", null],
    ["LLaMA", "MBPP-R", "missing", null],
    ["LLaMA", "CRUXEval-O", "reproduced", 100],
    ["LLaMA", "BigCodeBench", "missing", null],
  ]);
});

test("a trace format named in a column is that condition alone", () => {
  const arms = [
    arm({ model: "m", condition: "feedback", passed: "+-" }),
    arm({ model: "m", condition: "trace:next@tracewise", passed: "++" }),
  ];
  expect(compare("model,w/o,NExT,Concise\nm,50,50,50", arms)).toEqual([
    ["m", "w/o", "reproduced", 50],
    ["m", "NExT", "differs", 100],
    ["m", "Concise", "missing", null],
  ]);
});

test("a figure that differs by a simple slip is said to; any other difference is left unexplained", () => {
  const arms = [arm({ model: "m", condition: "code", passed: "++-!" })];
  const table = toAttached(readPublishedTable("model,o@1\nm,33.33\nm,75.00\nm,40.00"), "somewhere");
  const { cells } = compareAttached({ id: "t", title: "t", table }, reportOn(arms).arms);
  expect(cells.map(({ agrees, explanation }) => [agrees, explanation])).toEqual([
    ["differs", "It is what is left to 100 %, as if passed and failed were mixed up."],
    ["differs", "It counts a problem without a known outcome as solved."],
    ["differs", null],
  ]);
});

test("arms without any outcome stand for a cell only where no other does", () => {
  const silent = arm({ model: "m", condition: "code", passed: "!!" });
  const table = toAttached(readPublishedTable("model,o@1\nm,50"), "somewhere");
  const judge = (arms: readonly ArmData[]) => compareAttached({ id: "t", title: "t", table }, reportOn(arms).arms).cells[0];
  expect(judge([silent])).toMatchObject({ agrees: "missing", armId: silent.id, found: null });
  const other = arm({ model: "m", condition: "code", temperature: 0.8, passed: "+-" });
  expect(judge([silent, other])).toMatchObject({ agrees: "reproduced", armId: other.id });
});
