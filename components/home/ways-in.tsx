import type { Route } from "next";
import Link from "next/link";

const ways: readonly { readonly href: Route; readonly title: string; readonly text: string }[] = [
  {
    href: "/trace",
    title: "Read a trace",
    text: "One program, one recording, every format; step through it and see what each leaves out.",
  },
  {
    href: "/debug",
    title: "Watch one repair",
    text: "A failing program, a model and a trace, round by round: prompt, answer, difference, verdict.",
  },
  {
    href: "/experiments/new",
    title: "Run an experiment",
    text: "Models × benchmarks × conditions × strategies, with its cost and what it could detect before it starts.",
  },
  {
    href: "/import",
    title: "Import results",
    text: "Generations and verdicts that you have, or published ones, read with the same statistics.",
  },
];

/** The four things people come for, in the order in which they build on each other. */
export function WaysIn() {
  return (
    <nav aria-label="Ways in" className="mt-10">
      <ul className="grid gap-x-8 sm:grid-cols-2 lg:grid-cols-4">
        {ways.map(({ href, title, text }) => (
          <li key={href} className="border-t border-line">
            <Link href={href} className="group -mx-2 block h-full rounded-md px-2 py-3 hover:bg-sunken">
              <span className="block font-semibold group-hover:text-accent">{title}</span>
              <span className="mt-1 block text-soft">{text}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
