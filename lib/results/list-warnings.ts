import type { FileReport } from "@/lib/imports/schema";
import { idsOf, make, shortList } from "@/lib/results/make-warning";
import { promisesTrace } from "@/lib/results/name-arms";
import type { ArmReport, ContrastReport, SectionReport, Warning } from "@/lib/results/schema";
import { warnOfSection } from "@/lib/results/warn-of-section";

export type WarningInput = {
  readonly status: string;
  readonly sections: readonly SectionReport[];
  readonly arms: readonly ArmReport[];
  readonly contrasts: readonly ContrastReport[];
  readonly files: readonly FileReport[];
  readonly samePrompts: { readonly tasks: number; readonly same: number; readonly arms: number } | null;
};

/** What a reader must know before believing the numbers, gravest first. Pure. */
export function listWarnings(input: WarningInput): readonly Warning[] {
  const { arms, status, samePrompts, files } = input;
  const found = [
    ...(status === "completed" ? [] : [make("unfinished", "warning", `This experiment is ${status}: its numbers will change.`)]),
    ...aboutAnswers(arms),
    ...aboutDelivery(arms),
    ...(samePrompts === null || samePrompts.same === 0
      ? []
      : [
          make(
            "identical-prompts",
            "error",
            `${samePrompts.same} of ${samePrompts.tasks} prompts are the same text in all ${samePrompts.arms} trace conditions: on those problems there is nothing to compare.`,
          ),
        ]),
    ...input.sections.flatMap((section) => warnOfSection(section, input)),
    ...aboutOracles(input.sections),
    ...aboutFiles(files),
  ];
  const order = { error: 0, warning: 1, note: 2 } as const;
  return found.toSorted((first, second) => order[first.severity] - order[second.severity]);
}

function aboutAnswers(arms: readonly ArmReport[]): Warning[] {
  const byModel = [...Map.groupBy(arms, ({ modelTitle, sectionId }) => `${modelTitle}\n${sectionId}`).values()];
  return byModel.flatMap((ofModel) => {
    const [first] = ofModel;
    if (first === undefined) return [];
    const { sectionId, modelTitle } = first;
    const silent = ofModel.filter(({ known, samples }) => known === 0 && samples > 0);
    const partial = ofModel.filter((arm) => arm.problems < arm.expected && !silent.includes(arm));
    const faulty = ofModel.filter(({ known, infrastructure, samples }) => known > 0 && infrastructure > samples * 0.01);
    const about = (of: readonly ArmReport[]) => ({ sectionId, armIds: idsOf(of) });
    return [
      ...(silent.length === 0 ? [] : [make("no-answers", "warning", silentMessage(modelTitle, silent), about(silent))]),
      ...(partial.length === 0 ? [] : [make("partial-run", "warning", partialMessage(modelTitle, partial), about(partial))]),
      ...(faulty.length === 0 ? [] : [make("infrastructure", "warning", faultyMessage(modelTitle, faulty), about(faulty))]),
    ];
  });
}

function silentMessage(model: string, arms: readonly ArmReport[]): string {
  const samples = arms.reduce((sum, arm) => sum + arm.samples, 0);
  const unjudged = arms.reduce((sum, arm) => sum + arm.unjudged, 0);
  if (unjudged > 0) {
    return `${model}: ${unjudged.toLocaleString("en")} of ${samples.toLocaleString("en")} samples in ${titles(arms)} were never scored, so nothing can be said of them.`;
  }
  const unfinished = arms.filter(({ problems, expected }) => problems < expected);
  const stopped = unfinished.map(({ conditionTitle, problems, expected }) => `${conditionTitle}: ${problems} of ${expected}`);
  const also = stopped.length === 0 ? "" : `, and runs are unfinished (${shortList(stopped)} problems done)`;
  return `${model}: no answer came in ${titles(arms)} (all ${samples.toLocaleString("en")} programs are empty)${also}. Left out, not scored as wrong.`;
}

function partialMessage(model: string, arms: readonly ArmReport[]): string {
  const each = arms.map(({ conditionTitle, problems, expected }) => `${conditionTitle}: ${problems} of ${expected}`);
  return `${model}: unfinished runs (${shortList(each)} problems done). Compared only on the problems that both arms have.`;
}

function faultyMessage(model: string, arms: readonly ArmReport[]): string {
  const each = arms.map(
    ({ conditionTitle, infrastructure, samples }) =>
      `${conditionTitle} ${infrastructure} of ${samples} (${percent(infrastructure / samples)})`,
  );
  return `${model}: infrastructure errors among the samples: ${shortList(each)}. They are no wrong answers and are not counted as such.`;
}

function aboutDelivery(arms: readonly ArmReport[]): Warning[] {
  const traced = arms.filter(({ factors }) => promisesTrace(factors.condition));
  const never = traced.filter(({ delivery }) => delivery !== null && delivery.delivered === 0);
  const partly = traced.filter(
    ({ delivery }) => delivery !== null && delivery.delivered > 0 && delivery.delivered < delivery.wanted,
  );
  const sections = [...Map.groupBy(never, ({ sectionId }) => sectionId)];
  const alike = [...Map.groupBy(partly, ({ delivery }) => `${delivery?.delivered} of ${delivery?.wanted}`)];
  const each = alike.map(
    ([counts, of]) =>
      `only ${counts} prompts hold one in ${shortList([...new Set(of.map(({ conditionTitle }) => conditionTitle))])}`,
  );
  return [
    ...sections.map(([sectionId, of]) =>
      make(
        "treatment-not-in-prompt",
        "error",
        "In this strategy the trace never reached a prompt: with a single round no program is asked for again, so it can only have entered the choice among candidates. The contrasts do not measure whether traces help a model.",
        { sectionId, armIds: idsOf(of) },
      ),
    ),
    ...(partly.length === 0
      ? []
      : [
          make("undelivered", "error", `The trace is missing from prompts that should hold it: ${each.join("; ")}.`, {
            armIds: idsOf(partly),
          }),
        ]),
  ];
}

function aboutOracles(sections: readonly SectionReport[]): Warning[] {
  const oracles = sections.filter(({ oracle }) => oracle);
  const honest = sections.filter(({ oracle }) => !oracle);
  if (oracles.length === 0) return [];
  const message =
    "Oracle numbers: a problem counts as solved when any of its samples passes the very tests that decide. They are upper bounds, not results one could have.";
  return [
    ...oracles.map(({ id }) => make("oracle", "error", message, { sectionId: id })),
    ...(honest.length === 0
      ? []
      : [
          make(
            "oracle-beside-honest",
            "warning",
            "Oracle numbers stand beside honest ones in this experiment: never compare figures of the two.",
          ),
        ]),
  ];
}

function aboutFiles(files: readonly FileReport[]): Warning[] {
  const notices = files.flatMap(({ path, notices: own }) =>
    own.filter(({ severity }) => severity !== "information").map((notice) => ({ path, notice })),
  );
  const byCode = [...Map.groupBy(notices, ({ notice }) => notice.code)];
  return byCode.map(([code, of]) => {
    const paths = new Set(of.map(({ path }) => path));
    const [first] = of;
    const example = `${first?.path.split("/").at(-1)}: ${first?.notice.message}`;
    const title = code.replaceAll("-", " ");
    return make(
      "import",
      "note",
      `${sentenceCase(title)} in ${paths.size} ${paths.size === 1 ? "file" : "files"}. ${paths.size === 1 ? "" : "For example "}${example}.`,
    );
  });
}

function titles(arms: readonly ArmReport[]): string {
  return shortList(arms.map(({ conditionTitle }) => conditionTitle));
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
