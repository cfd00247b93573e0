"use client";
import { useEffect, useRef } from "react";
import type { RoundState } from "../round-state";
import { Part } from "./part";
import { TextBox } from "./text-box";

/** The answer as it comes; it is followed to its end unless the reader scrolled away. */
export function AnswerView({ round }: { round: RoundState }) {
  const box = useRef<HTMLPreElement>(null);
  const { text, answer, phase } = round;
  const isComing = phase === "answering" || phase === "starting";
  useEffect(() => {
    const element = box.current;
    if (element === null || !isComing || text === "") return;
    const isAtEnd = element.scrollHeight - element.scrollTop - element.clientHeight < 80;
    if (isAtEnd) element.scrollTop = element.scrollHeight;
  }, [text, isComing]);
  return (
    <Part title="Answer" detail={answer === null ? null : <span>{answerWords(answer)}</span>}>
      <TextBox ref={box} label="Answer, text">
        {text === "" && isComing ? (
          <span className="font-sans text-faint">{phase === "starting" ? "" : "Waiting for the first words …"}</span>
        ) : (
          text
        )}
        {isComing && text !== "" ? (
          <span aria-hidden className="ml-0.5 inline-block h-3 w-1.5 translate-y-0.5 bg-accent motion-safe:animate-pulse" />
        ) : null}
      </TextBox>
      {answer?.finishReason === "length" ? (
        <p className="mt-1 text-xs text-warn">The answer was cut at its token limit. Allow more answer tokens on the left.</p>
      ) : null}
      {answer?.reasoning == null ? null : (
        <details className="mt-1">
          <summary className="cursor-pointer text-xs text-soft">What it thought before</summary>
          <TextBox label="Reasoning, text" className="mt-1 max-h-60">
            {answer.reasoning}
          </TextBox>
        </details>
      )}
    </Part>
  );
}

function answerWords({ answerTokens, latencyMs, costUsd }: NonNullable<RoundState["answer"]>): string {
  const parts = [`${answerTokens.toLocaleString("en")} tokens`, `${(latencyMs / 1_000).toFixed(1)} s`];
  if (costUsd !== null && costUsd > 0) parts.push(`$${costUsd.toFixed(4)}`);
  return parts.join(" · ");
}
