"use client";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import type { DebugStart } from "@/lib/debug/schema";
import { Debugger } from "./debugger";

/** `/debug`: watches a model repair or write a program, round by round, exactly as an experiment would have it done. */
export function DebugPage({ start }: { start: DebugStart }) {
  return (
    <NuqsAdapter>
      <Debugger start={start} />
    </NuqsAdapter>
  );
}
