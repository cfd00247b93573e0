"use client";
import { useState } from "react";
import { TabLinks } from "@/components/results/tab-links";
import { ScrollRegion } from "@/components/table/scroll-region";
import { Button } from "@/components/ui/button";
import { useCopy } from "@/components/ui/use-copy";
import { promptText } from "@/lib/engine/prompts/prompt";
import type { Preview, PreviewedPrompt } from "@/lib/experiments/preview-schema";

/** One prompt after another, chosen by condition and round, with the trace marked in it. */
export function PromptView({ preview }: { preview: Preview }) {
  const [chosen, setChosen] = useState<string | null>(null);
  const [round, setRound] = useState(1);
  const copy = useCopy();
  const conditions = [...new Set(preview.prompts.map(({ condition }) => condition))];
  const condition = conditions.find((each) => each === chosen) ?? conditions[0] ?? "";
  const own = preview.prompts.filter((prompt) => prompt.condition === condition);
  const prompt = own.find((each) => each.round === round) ?? own[0];
  const rounds = own.map((each) => each.round);
  return (
    <div className="grid gap-2">
      <TabLinks label="Conditions" tabs={conditions.map((id) => ({ id, title: id }))} current={condition} onChange={setChosen} />
      {prompt === undefined ? null : (
        <>
          <div className="flex flex-wrap items-center gap-3">
            {rounds.map((each) => (
              <Button
                key={each}
                look={each === prompt.round ? "plain" : "quiet"}
                aria-pressed={each === prompt.round}
                onClick={() => setRound(each)}
              >
                Round {each}
              </Button>
            ))}
            <p className="min-w-0 grow text-soft">
              {prompt.round === 1 && preview.noSecondRound !== null ? preview.noSecondRound : ""}
            </p>
            <span className="text-soft tabular-nums">{prompt.tokens.toLocaleString("en")} tokens</span>
            <Button onClick={() => void copy(promptText(prompt.prompt), "Prompt")}>Copy</Button>
          </div>
          <Delivery prompt={prompt} />
          <Text prompt={prompt} />
        </>
      )}
    </div>
  );
}

/** What became of the trace, and whether the control would send the same. */
function Delivery({ prompt: { delivery } }: { prompt: PreviewedPrompt }) {
  const parts = [
    ...(delivery.identicalToControl === true
      ? ["The same text as the control's prompt: this round cannot tell them apart."]
      : []),
    ...(delivery.present
      ? [
          `The trace is in the prompt (${delivery.tokens.toLocaleString("en")} tokens${delivery.truncated ? ", cut to its budget" : ""}).`,
        ]
      : []),
    ...(delivery.wanted && !delivery.present ? [`No trace: ${delivery.absence ?? "the reason was not kept"}`] : []),
  ];
  if (parts.length === 0) return null;
  const isAbsent = delivery.wanted && !delivery.present;
  return <p className={isAbsent ? "text-warn" : "text-soft"}>{parts.join(" ")}</p>;
}

function Text({ prompt: { prompt, trace } }: { prompt: PreviewedPrompt }) {
  const text = promptText(prompt);
  const at = trace === null || trace === "" ? -1 : text.indexOf(trace);
  return (
    <ScrollRegion label="Prompt" className="max-h-180 overflow-y-auto rounded-lg border border-line bg-surface">
      <pre className="p-3 leading-4.5 whitespace-pre-wrap">
        {at < 0 || trace === null ? (
          text
        ) : (
          <>
            {text.slice(0, at)}
            <mark className="bg-mark text-ink">{trace}</mark>
            {text.slice(at + trace.length)}
          </>
        )}
      </pre>
    </ScrollRegion>
  );
}
