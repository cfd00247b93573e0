import { useQuery } from "@tanstack/react-query";
import type { Route } from "next";
import { useRouter } from "next/navigation";
import { benchmarksQuery } from "@/lib/benchmarks/queries";
import { experimentsQuery } from "@/lib/experiments/queries";
import type { Command } from "./command";

const SHOWN = 8;

/** Experiments and benchmarks whose name holds what is sought, as commands that open them; nothing is fetched before something is sought. */
export function useFound(sought: string): readonly Command[] {
  const router = useRouter();
  const words = sought.trim().toLowerCase();
  const asked = { enabled: words !== "", refetchInterval: false } as const;
  const experiments = useQuery({ ...experimentsQuery(), ...asked }).data?.experiments ?? [];
  const benchmarks = useQuery({ ...benchmarksQuery(), ...asked }).data?.benchmarks ?? [];
  if (words === "") return [];
  const found = (group: Command["group"], folder: string, things: readonly { readonly id: string; readonly title: string }[]) =>
    things
      .filter(({ title }) => title.toLowerCase().includes(words))
      .slice(0, SHOWN)
      .map(
        ({ id, title }): Command => ({
          id: `open-${id}`,
          title,
          group,
          run: () => router.push(`/${folder}/${encodeURIComponent(id)}` as Route),
        }),
      );
  return [
    ...found(
      "Experiments",
      "experiments",
      experiments.map(({ id, name }) => ({ id, title: name })),
    ),
    ...found("Benchmarks", "benchmarks", benchmarks),
  ];
}
