"use client";
import dynamic from "next/dynamic";

export type CodeDiffProps = { left: string; right: string; leftLabel: string; rightLabel: string };

const MonacoDiff = dynamic(() => import("./monaco-diff"), { ssr: false, loading: () => null });

/** Two texts and what differs between them. Nothing is editable. */
export function CodeDiff(props: CodeDiffProps) {
  return (
    <div className="h-full min-h-0">
      <MonacoDiff {...props} />
    </div>
  );
}
