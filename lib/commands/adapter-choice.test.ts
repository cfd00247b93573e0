import { expect, test } from "vitest";
import { listAdapters } from "@/lib/adapters/registry";
import { chooseAdapters } from "./adapter-choice";
import { parseLimits } from "./parse-limits";

test("each adapter has its defaults, completed with what is given", () => {
  const withInteger = listAdapters().find((adapter) => adapter.options.some((option) => option.type === "integer"));
  const option = withInteger?.options.find((each) => each.type === "integer");
  const minimum = option?.type === "integer" ? option.minimum : -1;
  const [choice] = chooseAdapters([withInteger?.id ?? ""], [`${withInteger?.id}:${option?.name}=${minimum}`]);
  expect(choice?.options[option?.name ?? ""]).toBe(minimum);
  expect(Object.keys(choice?.options ?? {})).toHaveLength(withInteger?.options.length ?? -1);
});

test("an adapter named twice counts once", () => {
  expect(chooseAdapters(["next", "next"], [])).toHaveLength(1);
});

test.each([
  [["nexxt"], [], 'no adapter "nexxt"'],
  [["__proto__"], [], 'no adapter "__proto__"'],
  [["next"], ["nothing=1"], 'takes the option "nothing=1"'],
  [["next"], ["concise:budget=1"], "None of the chosen adapters"],
  [["next"], ["novalue"], "takes name=value"],
])("%j with %j is refused", (ids, options, sentence) => {
  expect(() => chooseAdapters(ids, options)).toThrow(sentence);
});

test("limits are read from texts", () => {
  expect(parseLimits(["steps=10", "wallMs=2000"])).toEqual({ steps: 10, wallMs: 2000 });
});

test.each(["steps", "steps=", "steps=-1", "steps=1e3", "step=10", "steps=0", "steps=1=2"])("the limit %s is refused", (text) => {
  expect(() => parseLimits([text])).toThrow("--limit");
});
