import Link from "next/link";
import { OneStepFigure } from "./one-step-figure";
import { WaysIn } from "./ways-in";

/** The question that this is for, in a few sentences, and what to do first. */
export function HomeIntroduction() {
  return (
    <>
      <section className="grid items-center gap-x-12 gap-y-6 lg:grid-cols-[3fr_2.4fr]">
        <div className="grid gap-4">
          <h1 className="text-3xl leading-10 font-semibold tracking-tight text-balance max-sm:text-2xl max-sm:leading-8">
            Do execution traces help code models, when, and in which representation?
          </h1>
          <p className="text-lg leading-6 text-soft">
            Polytrace records one execution of a Python program, safely, and writes it in every trace format of the literature
            side by side. It gives models the same task with and without the trace, judges their programs in a jail, and reports
            the difference with its uncertainty.
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
      <WaysIn />
    </>
  );
}
