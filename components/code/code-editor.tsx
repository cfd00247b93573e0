"use client";
import dynamic from "next/dynamic";

export type LineLook = "step" | "hover" | "error";

export type CodeEditorProps = {
  label: string;
  value: string;
  onChange?: (value: string) => void;
  readOnly?: boolean;
  /** Whole lines to mark, from and to inclusive. */
  lines?: readonly { readonly from: number; readonly to: number; readonly look: LineLook }[];
  problems?: readonly { readonly line: number; readonly message: string }[];
  revealLine?: number | null;
  onCursorLine?: (line: number) => void;
  onPointLine?: (line: number | null) => void;
};

const MonacoEditor = dynamic(() => import("./monaco-editor"), { ssr: false, loading: () => null });

/** The one code editor of the product. Until it has loaded the text stands in its place, line by line where it will be. */
export function CodeEditor(props: CodeEditorProps) {
  return (
    <div className="relative h-full min-h-0">
      <pre aria-hidden="true" className="absolute inset-0 -z-0 overflow-hidden py-2 pl-12.5 leading-4.5 text-ink/80">
        {props.value}
      </pre>
      <div className="absolute inset-0 [&_.monaco-editor]:outline-none">
        <MonacoEditor {...props} />
      </div>
    </div>
  );
}
