import type { Adapter, AdapterOptions, Note, Rendering } from "@/lib/adapters/adapter";
import { getAdapter } from "@/lib/adapters/registry";
import { cutRecording } from "@/lib/recordings/cut-recording";
import type { Recording } from "@/lib/recordings/schema";
import { completeOptions } from "@/lib/traces/complete-options";
import { createChunkCounter } from "@/lib/traces/count-in-chunks";
import { cutAsReleased } from "@/lib/traces/cut-as-released";
import { type Encoding, loadTokenizer } from "@/lib/traces/load-tokenizer";

export type TraceRequest = {
  readonly recording: Recording;
  readonly adapterId: string;
  /** Options of the adapter; those left out take their defaults. */
  readonly options?: AdapterOptions;
  /** With a budget the trace is cut after the last step with which it still fits; the cut is marked in the text. */
  readonly budget?: { readonly tokens: number; readonly encoding: Encoding };
  /** The encoding in which `tokens` of the result are counted. */
  readonly encoding: Encoding;
};

export type Trace = Rendering & { readonly tokens: number };

/**
 * Renders a recording with an adapter, within a token budget when one is given, and counts the text's tokens.
 * Throws an `AppError` for an unknown adapter (`unknown_adapter`) or options it does not allow (`invalid_options`).
 */
export async function renderTrace(request: TraceRequest): Promise<Trace> {
  const adapter = getAdapter(request.adapterId);
  const options = completeOptions(adapter, request.options ?? {});
  const tokenizer = await loadTokenizer(request.encoding);
  const fitted = await renderWithin({ adapter, options, recording: request.recording }, request.budget);
  const rendering = options.releasedCut === true ? await cutAsReleased(fitted) : fitted;
  return { ...rendering, tokens: tokenizer.count(rendering.text) };
}

async function renderWithin(whole: Whole, budget: TraceRequest["budget"]): Promise<Rendering> {
  if (budget === undefined) return whole.adapter.render(whole.recording, whole.options);
  const countUpTo = createChunkCounter(await loadTokenizer(budget.encoding));
  return fitBudget({ ...whole, tokens: budget.tokens, countUpTo });
}

type Whole = { readonly adapter: Adapter; readonly options: AdapterOptions; readonly recording: Recording };

type Fit = Whole & { readonly tokens: number; readonly countUpTo: (text: string, limit: number) => number | null };

const FIRST_TRY = 64;
// Where a format leaves out visits, a step more can make the text shorter; how far beyond the found cut to look for such a step.
const LOOK_AHEAD = 16;

function fitBudget(fit: Fit): Rendering {
  const whole = isSurelyOver(fit) ? null : fit.adapter.render(fit.recording, fit.options);
  if (whole !== null && isWithin(fit, whole)) return whole;
  const count = findCut(fit);
  const cut = renderCut(fit, count);
  return isWithin(fit, cut) ? cut : addNote(cut, tooSmall(fit.tokens));
}

// Where a text only grows with more steps, a beginning that is too long spares rendering the whole.
function isSurelyOver(fit: Fit): boolean {
  if (fit.adapter.mayShrink) return false;
  for (let count = FIRST_TRY; count < fit.recording.steps.length; count *= 2) {
    const beginning = fit.adapter.render(cutRecording(fit.recording, count), fit.options);
    if (!isWithin(fit, beginning)) return true;
  }
  return false;
}

// Doubles and then bisects, so that the work depends on what fits and not on how long the recording is.
function findCut(fit: Fit): number {
  const fits = (count: number): boolean => isWithin(fit, renderCut(fit, count));
  const all = fit.recording.steps.length;
  let fitting = 0;
  let failing = Math.min(FIRST_TRY, all);
  while (failing < all && fits(failing)) {
    fitting = failing;
    failing = Math.min(failing * 2, all);
  }
  while (failing - fitting > 1) {
    const middle = fitting + Math.floor((failing - fitting) / 2);
    if (fits(middle)) fitting = middle;
    else failing = middle;
  }
  if (!fit.adapter.mayShrink) return fitting;
  for (let count = Math.min(all - 1, fitting + LOOK_AHEAD); count > fitting + 1; count -= 1) if (fits(count)) return count;
  return fitting;
}

function isWithin(fit: Fit, rendering: Rendering): boolean {
  return fit.countUpTo(rendering.text, fit.tokens) !== null;
}

function renderCut({ adapter, options, recording }: Fit, count: number): Rendering {
  const all = recording.steps.length;
  const cut = adapter.render(cutRecording(recording, count), options);
  const mark = adapter.cutMark(count, all);
  return { ...cut, text: cut.text === "" ? mark : `${cut.text}${cut.text.endsWith("\n") ? "" : "\n"}${mark}` };
}

function addNote(rendering: Rendering, note: Note): Rendering {
  return { ...rendering, notes: [...rendering.notes, note] };
}

function tooSmall(tokens: number): Note {
  return { kind: "truncated", message: `A budget of ${tokens} tokens does not even hold the text without any step`, count: 1 };
}
