import type { Adapter, AdapterOptions } from "@/lib/adapters/adapter";
import { AppError } from "@/lib/errors/app-error";
import { cutRecording } from "@/lib/recordings/cut-recording";
import type { Recording } from "@/lib/recordings/schema";

const FIRST_STEPS = 2_048;
/** Each beginning is twice as long as the one before: all together cost as much as the whole, which is at most a few times too large. */
const GROWTH = 2;

export type SizedTrace = { readonly adapter: Adapter; readonly options: AdapterOptions; readonly recording: Recording };

/**
 * Makes sure that a rendering without a budget stays within a size, by rendering longer and longer beginnings first: a format that writes
 * every variable at every step makes hundreds of megabytes of a long recording.
 * @throws AppError `rendering_too_large`
 */
export function checkSize({ adapter, options, recording }: SizedTrace, maximumCharacters: number): void {
  for (let count = FIRST_STEPS; count < recording.steps.length; count *= GROWTH) {
    const { text } = adapter.render(cutRecording(recording, count), options);
    if (text.length <= maximumCharacters) continue;
    const sizes = { maximumCharacters, steps: recording.steps.length };
    const message = `As ${adapter.id} this recording would be longer than ${maximumCharacters.toLocaleString("en")} characters. Ask for it with a token budget.`;
    throw new AppError("rendering_too_large", message, sizes);
  }
}
