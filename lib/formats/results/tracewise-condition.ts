/** The study's template names and the adapters that render the same text. `OUR01` is what it calls SemCoder at test time. */
const ADAPTERS: Readonly<Record<string, string>> = {
  NEXT: "next@tracewise",
  CODEEXECUTOR: "codeexecutor@tracewise",
  CONCISETRACE: "concise@tracewise",
  OUR01: "semcoder@tracewise",
};

export type TracewiseTemplate = { readonly template: string; readonly condition: string; readonly tests: number | null };

/** The trace template that a file or role is named for, such as `bug_trace_TPL_NEXT_3__job_list`; null where it names none. */
export function tracewiseTemplate(name: string): TracewiseTemplate | null {
  const [, template, tests] = /bug_trace_TPL_([A-Z0-9]+)(?:_(\d+)(?=_|$|\/))?/.exec(name) ?? [];
  if (template === undefined) return null;
  return {
    template,
    condition: `trace:${ADAPTERS[template] ?? template.toLowerCase()}`,
    tests: tests === undefined ? null : Number(tests),
  };
}

/** The role of the repair study's prompts and answers: `raw` or a template with its number of tests; null elsewhere. */
export function tracewiseRole(path: string): string | null {
  return /(?:^|\/)((?:raw|bug_trace_TPL_[A-Z0-9]+_\d+))__job_list(?:\/|\.|$)/.exec(path)?.[1] ?? null;
}
