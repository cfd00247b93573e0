import type { Step, Value } from "@/lib/recordings/schema";

/** The order of new variables, and how many of them the code names before it sets the result. */
type VariableOrder = { readonly variables: readonly string[]; readonly resultAt: number };

const RESULT = "_ret";
/** Upstream shows at most 100 characters: the first and the last 50. */
export const SHOWN_CHARACTERS = 100;
const SHOWN_AT_AN_END = 50;
// More than what an end can show, in UTF-16 units.
const KEPT = 2 * SHOWN_CHARACTERS;

/**
 * The variables of one frame as LDB's probes print them: `name=value`, in the order in which probes first saw them, those first seen together
 * in Python's. A line feed in a value ends the print, and `|` prints as a tab, because upstream separates with both.
 */
export class ProbedVariables {
  private readonly texts = new Map<string, string>();
  private seen: string[] = [];
  private text: string | null = null;

  constructor(
    private readonly order: VariableOrder,
    private readonly describe: (value: Value) => string,
  ) {}

  apply({ changes }: Step): void {
    for (const { name, value } of changes) {
      if (name.startsWith("__")) continue;
      this.text = null;
      if (value === null) this.texts.delete(name);
      else this.texts.set(name, shorten(`${name}=${this.describe(value)}`));
    }
  }

  /** What a probe prints now; `result` is what the function is about to return, where the probe stands at a return. */
  print(result: Value | null): string {
    if (result !== null) {
      this.text = null;
      this.texts.set(RESULT, shorten(`${RESULT}=${this.describe(result)}`));
    }
    this.text ??= this.join();
    return this.text;
  }

  private join(): string {
    this.seen = this.seen.filter((name) => this.texts.has(name));
    if (this.seen.length < this.texts.size) {
      const added = [...this.texts.keys()].filter((name) => !this.seen.includes(name));
      this.seen.push(...added.sort((a, b) => this.rank(a) - this.rank(b)));
    }
    const parts = this.seen.map((name) => this.texts.get(name) ?? "");
    const broken = parts.findIndex((part) => part.includes("\n"));
    const whole = (broken < 0 ? parts : parts.slice(0, broken + 1)).join("\t");
    const [line = ""] = whole.split("\n");
    return cutMiddle(line.replaceAll("|", "\t"));
  }

  private rank(name: string): number {
    if (name === RESULT) return this.order.resultAt - 0.5;
    const index = this.order.variables.indexOf(name);
    return index < 0 ? this.order.variables.length : index;
  }
}

function shorten(text: string): string {
  const feed = text.indexOf("\n");
  const line = feed < 0 ? text : text.slice(0, feed);
  const short = line.length > 2 * KEPT ? line.slice(0, KEPT) + line.slice(-KEPT) : line;
  return feed < 0 ? short : `${short}\n`;
}

function cutMiddle(text: string): string {
  if (text.length < SHOWN_CHARACTERS) return text;
  const characters = Array.from(text);
  if (characters.length < SHOWN_CHARACTERS) return text;
  return `${characters.slice(0, SHOWN_AT_AN_END).join("")}...${characters.slice(-SHOWN_AT_AN_END).join("")}`;
}
