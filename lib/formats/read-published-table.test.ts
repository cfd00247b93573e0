import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readPublishedTable } from "@/lib/formats/read-published-table";
import { hasSharedData, sharedData, withoutSharedData } from "@/testing/shared-data";

describe("a published table", () => {
  test.each([
    ["comma", 'model,pass@1,n\nA,"1,234.5 %",10\nB,−2,\n'],
    ["semicolon, Windows line ends", "\uFEFFmodel;pass@1;n\r\nA;1234.5;10\r\n\r\nB;-2;\r\n"],
    ["tab", "model\tpass@1\tn\nA\t1234.5%\t10\nB\t-2\t\n"],
  ])("separated by %s", (_, text) => {
    const table = readPublishedTable(text);
    expect(table.columns).toEqual([
      { name: "model", isNumeric: false },
      { name: "pass@1", isNumeric: true },
      { name: "n", isNumeric: true },
    ]);
    expect(table.rows.map((row) => row.map(({ number }) => number))).toEqual([
      [null, 1234.5, 10],
      [null, -2, null],
    ]);
  });

  test.each([
    ["", "the first line has to name at least two columns"],
    ["one\n1\n", "at least two columns"],
    ["a,a\n1,2\n", "two columns have the same name"],
    ["a,b\n", "the table has no rows"],
    ["a,b\n1,2,3\n", "it is not a CSV table: Invalid Record Length"],
    ['a,b\n"1,2\n', "it is not a CSV table: Quote Not Closed"],
  ])("%j is refused", (text, message) => {
    expect(() => readPublishedTable(text)).toThrow(message);
  });

  test.skipIf(!hasSharedData)(`the study's tables (${hasSharedData ? "found" : withoutSharedData})`, () => {
    const read = (name: string) => readPublishedTable(readFileSync(sharedData("published", name), "utf8"));
    const numeric = (name: string) => read(name).columns.filter(({ isNumeric }) => isNumeric).length;
    expect([read("test_time.csv").rows.length, numeric("test_time.csv")]).toEqual([7, 12]);
    expect([read("effect_of_n.csv").rows.length, numeric("effect_of_n.csv")]).toEqual([8, 6]);
    expect([read("sft.csv").rows.length, numeric("sft.csv")]).toEqual([24, 6]);
  });
});
