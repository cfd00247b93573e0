import { describe, expect, test } from "vitest";
import type { Adapter, AdapterOptions, Rendering } from "@/lib/adapters/adapter";
import { listAdapters } from "@/lib/adapters/registry";
import type { Recording } from "@/lib/recordings/schema";
import { splitSource } from "@/lib/recordings/split-source";
import { completeOptions } from "@/lib/traces/complete-options";
import { loadTokenizer } from "@/lib/traces/load-tokenizer";
import { renderTrace } from "@/lib/traces/render-trace";
import { hardPrograms } from "@/testing/hard-programs";
import { recordPrograms } from "@/testing/record-programs";

const recordings = await recordPrograms(hardPrograms);
const cases = hardPrograms.map(({ name }, index) => ({ name, recording: freeze(recordings[index]) }));
const tokenizer = await loadTokenizer("o200k_base");

describe.each(listAdapters().map((adapter) => [adapter.id, adapter] as const))("%s", (_, adapter) => {
  const defaults = completeOptions(adapter, {});

  test.each(cases)("$name: sound spans and notes, the same text again", ({ recording }) => {
    const rendering = adapter.render(recording, defaults);
    expectSound(rendering, recording);
    if (adapter.placement === "inline") expectWholeSource(rendering, recording);
    expect(adapter.render(recording, defaults)).toEqual(rendering);
  });

  test.each(listVariants(adapter))("with %j every case renders", (options) => {
    for (const { recording } of cases) expectSound(adapter.render(recording, completeOptions(adapter, options)), recording);
  });

  test.each(cases)("$name: a budget is kept, marked and noted", async ({ recording }) => {
    const whole = tokenizer.count(adapter.render(recording, defaults).text);
    for (const tokens of [Math.ceil(whole / 2), Math.ceil(whole / 5)]) {
      const request = { recording, adapterId: adapter.id, encoding: "o200k_base" } as const;
      const trace = await renderTrace({ ...request, budget: { tokens, encoding: "o200k_base" } });
      expectSound(trace, recording);
      if (trace.tokens > tokens) expect(trace.notes.map(({ message }) => message).join()).toContain("does not even hold");
      if (tokens >= whole) continue;
      expect(trace.text).toMatch(/trace cut after step \d+ of \d+$/);
      if (recording.steps.length > 0)
        expect(trace.notes.map(({ message }) => message)).toContain("Steps that are not in the recording");
      if (adapter.placement === "inline") expectWholeSource(trace, recording);
    }
  });

  test("a budget takes as many steps as fit", async () => {
    const recording = find("nested loops");
    const all = recording.steps.length;
    const texts = await Promise.all(Array.from({ length: all }, (_unused, count) => renderFirst(adapter, recording, count)));
    const tokens = Math.ceil(tokenizer.count(adapter.render(recording, defaults).text) * 0.6);
    const fitting = texts.findLastIndex((text) => tokenizer.count(text) <= tokens);
    const budget = { tokens, encoding: "o200k_base" } as const;
    const trace = await renderTrace({ recording, adapterId: adapter.id, encoding: "o200k_base", budget });
    expect(trace.text.match(/step (\d+) of/)?.[1]).toBe(String(fitting));
  });

  test("describes itself", () => {
    expect(adapter.id).toMatch(/^[a-z]+(@[a-z]+)?$/);
    expect(adapter.glyph).toHaveLength(1);
    expect(adapter.colour).toBe(adapter.id.split("@")[0]);
    expect(adapter.description.length).toBeGreaterThan(100);
    expect(adapter.paper.url).toMatch(/^https:\/\/(arxiv\.org\/abs|github\.com)\//);
  });
});

/** The text for the first steps, cut by the definition: with a budget that holds exactly that cut. */
async function renderFirst(adapter: Adapter, recording: Recording, count: number): Promise<string> {
  const { cutRecording } = await import("@/lib/recordings/cut-recording");
  const { text } = adapter.render(cutRecording(recording, count), completeOptions(adapter, {}));
  const line = adapter.cutMark(count, recording.steps.length);
  return text === "" ? line : `${text}${text.endsWith("\n") ? "" : "\n"}${line}`;
}

function find(name: string): Recording {
  const found = cases.find((known) => known.name === name);
  if (found === undefined) throw new Error(`There is no hard program "${name}".`);
  return found.recording;
}

/** Every choice and both answers of every option, one at a time. */
function listVariants(adapter: Adapter): readonly AdapterOptions[] {
  return adapter.options.flatMap((option): readonly AdapterOptions[] => {
    if (option.type === "integer") return [option.minimum, option.maximum].map((value) => ({ [option.name]: value }));
    const values = option.type === "choice" ? option.choices : [true, false];
    return values.map((value) => ({ [option.name]: value }));
  });
}

function expectSound({ text, spans, notes }: Rendering, recording: Recording): void {
  const lines = splitSource(recording.header.source).length;
  const stepLines = new Map(recording.steps.map(({ seq, line }) => [seq, line]));
  let end = 0;
  const broken = spans.filter((span) => {
    const isInOrder = span.start >= end && span.end > span.start && span.end <= text.length;
    end = span.end;
    const isAtLine = span.step === null ? span.line >= 1 && span.line <= lines : stepLines.get(span.step) === span.line;
    return !isInOrder || !isAtLine;
  });
  expect(broken).toEqual([]);
  expect(notes.filter(({ count, message }) => !(count > 0) || message.length < 10)).toEqual([]);
  expect(new Set(notes.map(({ message }) => message)).size).toBe(notes.length);
  if (recording.steps.length === 0) expect(notes.map(({ message }) => message).join()).toContain("There is no step to show");
}

function expectWholeSource({ text, spans }: Rendering, recording: Recording): void {
  const shown = spans.filter(({ step }) => step === null).map(({ start, end }) => text.slice(start, end).replace(/\r$/, ""));
  const lines = splitSource(recording.header.source).map(({ content }) => content);
  expect(shown).toEqual(lines.filter((line) => line !== ""));
}

function freeze<T>(value: T | undefined): T {
  if (value === undefined) throw new Error("A hard program was not recorded.");
  const queue: unknown[] = [value];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (typeof next !== "object" || next === null || Object.isFrozen(next) || ArrayBuffer.isView(next)) continue;
    Object.freeze(next);
    queue.push(...Object.values(next).filter((inner) => inner !== undefined));
  }
  return value;
}
