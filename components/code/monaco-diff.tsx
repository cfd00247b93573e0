"use client";
import type { editor } from "monaco-editor/editor";
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
  const label = useEffectEvent((created: editor.IStandaloneDiffEditor) => {
    created.getOriginalEditor().updateOptions({ ariaLabel: leftLabel });
    created.getModifiedEditor().updateOptions({ ariaLabel: rightLabel });
  });
  useEffect(() => {
    if (host.current === null) return;
    const created = create(host.current);
    // The diff editor drops the labels given at its creation; after a comparison they stay.
    created.onDidUpdateDiff(() => label(created));
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
  return <div ref={host} className="h-full w-full" />;
}

/** A comparison that still runs reads its texts, and fails loudly when they are gone. */
function disposeLater(model: editor.IDiffEditorModel | null): void {
  setTimeout(() => {
    model?.original.dispose();
    model?.modified.dispose();
  }, 10_000);
}
