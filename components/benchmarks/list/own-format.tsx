"use client";
import { ScrollRegion } from "@/components/table/scroll-region";
import { Button } from "@/components/ui/button";
import { downloadText } from "@/components/ui/download-text";
import { useCopy } from "@/components/ui/use-copy";

const fields = [
  ["task_id", "its name; one problem of a kind has each"],
  ["kind", "synthesis, repair, output-prediction or input-prediction; synthesis when left out"],
  ["prompt", "what is asked, in words"],
  ["entry_point", "the function that tests call"],
  ["starter", "the buggy program (repair), or the one in question (predictions)"],
  ["reference", "a whole right program, to check the benchmark against itself"],
  ["tests", "calls with their answers, input with output, or code that asserts; visible ones may be put into prompts"],
] as const;

/** The format of one's own problems, with an example that can be imported as it is. */
export function OwnFormat({ example }: { example: string }) {
  const copy = useCopy();
  return (
    <section aria-labelledby="own" className="min-w-0">
      <h2 id="own" className="mb-1 text-lg font-semibold">
        Bring your own
      </h2>
      <p className="mb-2 text-soft">
        One problem per line, as JSON. A field that is not known is refused with its line, so that a misspelt one is noticed.
      </p>
      <dl className="border-t border-line">
        {fields.map(([name, meaning]) => (
          <div key={name} className="grid grid-cols-[110px_1fr] gap-4 border-b border-line py-1">
            <dt>
              <code>{name}</code>
            </dt>
            <dd className="text-soft">{meaning}</dd>
          </div>
        ))}
      </dl>
      <ScrollRegion
        label="An example of one's own problems"
        className="mt-3 max-h-72 rounded-lg border border-line bg-sunken p-3"
      >
        <pre>{example}</pre>
      </ScrollRegion>
      <div className="mt-2 flex items-center gap-2">
        <Button onClick={() => downloadText("my-problems.jsonl", example)}>Download the example</Button>
        <Button onClick={() => void copy(example, "Example")}>Copy</Button>
        <span className="text-soft">All fields: docs/benchmarks.md</span>
      </div>
    </section>
  );
}
