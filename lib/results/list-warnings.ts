import type { FileReport } from "@/lib/imports/schema";
import { promisesTrace } from "@/lib/results/name-arms";
import type { ArmReport, ContrastReport, SectionReport, Warning } from "@/lib/results/schema";

export type WarningInput = {
  readonly status: string;
  readonly sections: readonly SectionReport[];
  readonly arms: readonly ArmReport[];
  readonly contrasts: readonly ContrastReport[];
  readonly files: readonly FileReport[];
  readonly samePrompts: { readonly tasks: number; readonly same: number; readonly arms: number } | null;
};

/** Detectable effects above this are worth a warning. */
const COARSE = 0.1;
const CEILING = 0.95;

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
    ...input.sections.flatMap((section) => aboutSection(section, input)),
    ...aboutOracles(input.sections),
    ...aboutFiles(files),
  ];
  const order = { error: 0, warning: 1, note: 2 } as const;
  return found.toSorted((first, second) => order[first.severity] - order[second.severity]);
}

function make(code: Warning["code"], severity: Warning["severity"], message: string, about: Partial<Warning> = {}): Warning {
  return { code, severity, message, sectionId: null, armIds: [], ...about };
}

function idsOf(arms: readonly { readonly id: string }[]): string[] {
  return arms.map(({ id }) => id);
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

function aboutSection(section: SectionReport, { arms, contrasts }: WarningInput): Warning[] {
  const own = contrasts.filter(({ sectionId, difference }) => sectionId === section.id && difference !== null);
  const about = { sectionId: section.id };
  const differing = [...new Set(own.flatMap(({ differsIn }) => differsIn))];
  const ofArms = new Map(arms.map((arm) => [arm.id, arm]));
  // A condition of a trace alone shows no failing test either, so code is its rightful control.
  const lessInformed = own.filter(
    ({ armId, baselineId }) =>
      ofArms.get(armId)?.factors.condition?.startsWith("trace:") === true && ofArms.get(baselineId)?.factors.condition === "code",
  );
  return [
    ...beforeTreatment(section, arms),
    ...(differing.length === 0
      ? []
      : [
          make(
            "arms-differ-otherwise",
            "warning",
            `Compared arms differ not only in the condition but also in ${differing.join(", ")}: the difference may come from that.`,
            about,
          ),
        ]),
    ...(lessInformed.length === 0
      ? []
      : [
          make(
            "control-has-less",
            "warning",
            "The control without a trace also lacks the failing test that the trace is of: a difference would not be the trace's alone.",
            about,
          ),
        ]),
    ...(own.length === 0 ? [] : tooCoarse(section, own)),
    ...atTheEnds(section, own),
  ];
}

function beforeTreatment(section: SectionReport, arms: readonly ArmReport[]): Warning[] {
  const early = arms.filter(
    ({ sectionId, rounds, factors }) => sectionId === section.id && rounds.length > 1 && factors.firstRound !== "treated",
  );
  const spreads = [...Map.groupBy(early, ({ modelTitle }) => modelTitle)].flatMap(([model, ofModel]) => {
    const first = ofModel.flatMap(({ rounds }) => (rounds[0] === undefined ? [] : [rounds[0].value]));
    const spread = Math.max(...first) - Math.min(...first);
    return first.length > 1 && spread > 1e-9 ? [{ model, spread, ofModel }] : [];
  });
  if (spreads.length === 0) return [];
  const each = spreads.map(({ model, spread }) => `${model} by ${(spread * 100).toFixed(1)} points`);
  const armIds = spreads.flatMap(({ ofModel }) => idsOf(ofModel));
  return [
    make(
      "arms-differ-before-treatment",
      "warning",
      `Arms differ in round 1, before any trace was given: ${shortList(each)}. The arms did not share their first samples.`,
      {
        sectionId: section.id,
        armIds,
      },
    ),
  ];
}

function tooCoarse(section: SectionReport, own: readonly ContrastReport[]): Warning[] {
  const { detectable } = section;
  if (detectable !== null && detectable < COARSE) return [];
  const most = Math.max(...own.map(({ problems }) => problems));
  const size = detectable === null ? "of any size" : `under about ${(detectable * 100).toFixed(0)} points`;
  return [
    make(
      "few-problems",
      "warning",
      `Too few problems: with at most ${most} an effect ${size} could not have been seen in a typical contrast.`,
      {
        sectionId: section.id,
      },
    ),
  ];
}

function atTheEnds(section: SectionReport, own: readonly ContrastReport[]): Warning[] {
  const high = own.filter(({ baselineMean }) => baselineMean !== null && baselineMean >= CEILING);
  const low = own.filter(({ baselineMean }) => baselineMean !== null && baselineMean <= 1 - CEILING);
  const named = (of: readonly ContrastReport[]) => shortList([...new Set(of.map(({ model }) => model))]);
  return [
    ...(high.length === 0
      ? []
      : [
          make(
            "ceiling",
            "warning",
            `Ceiling: the control already solves 95 % or more (${named(high)}), which leaves almost no room to help.`,
            { sectionId: section.id },
          ),
        ]),
    ...(low.length === 0
      ? []
      : [
          make(
            "floor",
            "warning",
            `Floor: the control solves 5 % or less (${named(low)}), so that hardly anything can be broken.`,
            { sectionId: section.id },
          ),
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

function shortList(items: readonly string[]): string {
  return items.length <= 6 ? items.join(", ") : `${items.slice(0, 5).join(", ")} and ${items.length - 5} more`;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
