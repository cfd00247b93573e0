"use client";
import { Copy } from "lucide-react";
import { IconButton } from "@/components/ui/icon-button";
import { useCopy } from "@/components/ui/use-copy";
import { promptText } from "@/lib/engine/prompts/prompt";
import type { RoundState } from "../round-state";
import { Part } from "./part";
import { splitAround } from "./split-around";
import { TextBox } from "./text-box";

/** The prompt exactly as sent, with the part marked that is the trace. */
export function PromptView({ round }: { round: RoundState }) {
  const copy = useCopy();
  const { prompt: told } = round;
  if (told === null) return <Waiting />;
  const text = promptText(told.prompt);
  const [head, trace, tail] = splitAround(text, told.trace);
  const { delivery } = told;
  return (
    <Part
      title="Prompt as sent"
      detail={
        <>
          <span>
            {told.tokens.toLocaleString("en")} tokens
            {delivery.present
              ? `, of them ${delivery.tokens.toLocaleString("en")} trace${delivery.truncated ? ", cut" : ""}`
              : ""}
          </span>
          <IconButton label="Copy prompt" onClick={() => void copy(text, "Prompt")}>
            <Copy size={14} aria-hidden />
          </IconButton>
        </>
      }
    >
      <TextBox label="Prompt, text">
        {head}
        {trace === "" ? null : <mark className="-mx-1 block rounded-xs bg-accent-soft px-1 text-ink">{trace}</mark>}
        {tail}
      </TextBox>
      <p className="mt-1 text-xs text-soft">{deliveryWords(round)}</p>
    </Part>
  );
}

function Waiting() {
  return (
    <Part title="Prompt as sent">
      <div aria-hidden className="h-80 rounded-md bg-sunken motion-safe:animate-pulse" />
    </Part>
  );
}

function deliveryWords({ prompt }: RoundState): string {
  if (prompt === null) return "";
  const { wanted, present, absence, checked, identicalToControl, notes } = prompt.delivery;
  const words: string[] = [];
  if (wanted && !present) words.push(`No trace in this prompt: ${absence ?? "it was not delivered."}`);
  if (present)
    words.push(
      checked === "call-and-result"
        ? "The trace is of the run that failed: call and result are the same."
        : "The trace is of the run that failed: the call is the same.",
    );
  if (identicalToControl === true) words.push("The same text as its control would send.");
  if (prompt.prompt.kind === "completion")
    words.push(`Sent as it stands, to be continued until ${prompt.prompt.stop.map((stop) => JSON.stringify(stop)).join(", ")}.`);
  return [...words, ...notes].join(" ");
}
