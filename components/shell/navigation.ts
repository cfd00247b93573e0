import type { Route } from "next";

/** The parts of the product, in the order of the header. */
export const navigation: readonly { readonly href: Route; readonly title: string }[] = [
  { href: "/trace", title: "Trace" },
  { href: "/debug", title: "Debug" },
  { href: "/experiments", title: "Experiments" },
  { href: "/compare", title: "Compare" },
  { href: "/benchmarks", title: "Benchmarks" },
  { href: "/models", title: "Models" },
  { href: "/import", title: "Import" },
];
