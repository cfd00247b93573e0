"use client";
import type { editor, IDisposable } from "monaco-editor/editor";
import { useEffect, useEffectEvent, useRef } from "react";
import type { CodeDiffProps } from "./code-diff";
import { editorOptions } from "./editor-options";
import { monaco } from "./monaco";
import { useMonacoTheme } from "./use-monaco-theme";

export default function MonacoDiff({ left, right, leftLabel, rightLabel }: CodeDiffProps) {
  const host = useRef<HTMLDivElement>(null);
  const instance = useRef<editor.IStandaloneDiffEditor | null>(null);
  useMonacoTheme();
  const create = useEffectEvent((element: HTMLElement) =>
    monaco.editor.createDiffEditor(element, {
      ...editorOptions,
      theme: "polytrace",
      readOnly: true,
      originalEditable: false,
      renderSideBySide: true,
      // Two columns of a phone's width hold no line of code.
      useInlineViewWhenSpaceIsLimited: true,
      renderSideBySideInlineBreakpoint: 560,
      renderOverviewRuler: false,
      maxComputationTime: 3_000,
      hideUnchangedRegions: { enabled: true, contextLineCount: 3, minimumLineCount: 6 },
    }),
  );
  useEffect(() => {
    if (host.current === null) return;
    const created = create(host.current);
    instance.current = created;
    return () => {
      const model = created.getModel();
      created.setModel(null);
      created.dispose();
      disposeLater(model);
      instance.current = null;
    };
  }, []);
  useEffect(() => {
    const created = instance.current;
    if (created === null) return;
    const before = created.getModel();
    created.setModel(null);
    created.setModel({
      original: monaco.editor.createModel(left, "python"),
      modified: monaco.editor.createModel(right, "python"),
    });
    disposeLater(before);
  }, [left, right]);
  useEffect(() => {
    const created = instance.current;
    if (created === null) return;
    const kept = [keepLabel(created.getOriginalEditor(), leftLabel), keepLabel(created.getModifiedEditor(), rightLabel)];
    return () => {
      for (const listener of kept) listener.dispose();
    };
  }, [leftLabel, rightLabel]);
  return <div ref={host} className="h-full w-full" />;
}

/** Whenever the diff editor hands its own options on, it takes the names of its two sides away. */
function keepLabel(side: editor.ICodeEditor, ariaLabel: string): IDisposable {
  side.updateOptions({ ariaLabel });
  return side.onDidChangeConfiguration((change) => {
    if (change.hasChanged(monaco.editor.EditorOption.ariaLabel)) side.updateOptions({ ariaLabel });
  });
}

/** A comparison that still runs reads its texts, and fails loudly when they are gone. */
function disposeLater(model: editor.IDiffEditorModel | null): void {
  setTimeout(() => {
    model?.original.dispose();
    model?.modified.dispose();
  }, 10_000);
}
