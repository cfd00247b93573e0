import Link from "next/link";
import { OneStepFigure } from "./one-step-figure";

/** What this is, in a few sentences, and the one thing to do first. */
export function HomeIntroduction() {
  return (
    <section className="grid items-center gap-x-12 gap-y-6 lg:grid-cols-[3fr_2.4fr]">
      <div className="grid gap-4">
        <h1 className="text-3xl leading-10 font-semibold tracking-tight text-balance max-sm:text-2xl max-sm:leading-8">
          One execution, in every trace format of the literature, side by side.
        </h1>
        <p className="text-lg leading-6 text-soft">
          Do execution traces help a language model understand code, and in which representation? Polytrace records a Python
          program once, safely, and writes that one recording as NExT, SemCoder, CodeExecutor, Concise, Scratchpad and the
          dialects that were really released. Step through it, see which text shows which step, what each format leaves out, and
          what it costs in tokens.
        </p>
        <p>
          <Link
            href="/trace"
            className="inline-flex h-9 items-center rounded-md bg-accent px-4 text-lg font-semibold text-accent-ink hover:brightness-95 dark:hover:brightness-110"
          >
            Trace a program
          </Link>
        </p>
      </div>
      <OneStepFigure />
    </section>
  );
}
