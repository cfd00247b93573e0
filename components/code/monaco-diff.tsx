"use client";
import type { editor } from "monaco-editor/editor";
import { useEffect, useEffectEvent, useRef } from "react";
import type { CodeDiffProps } from "./code-diff";
import { editorOptions } from "./editor-options";
import { monaco } from "./monaco";
import { useMonacoTheme } from "./use-monaco-theme";

export default function MonacoDiff({ left, right, leftLabel, rightLabel, sideBySide }: CodeDiffProps) {
  const host = useRef<HTMLDivElement>(null);
  const instance = useRef<editor.IStandaloneDiffEditor | null>(null);
  useMonacoTheme();
  const create = useEffectEvent((element: HTMLElement) =>
    monaco.editor.createDiffEditor(element, {
      ...editorOptions,
      theme: "polytrace",
      readOnly: true,
      originalEditable: false,
      renderSideBySide: sideBySide,
      useInlineViewWhenSpaceIsLimited: false,
      originalAriaLabel: leftLabel,
      modifiedAriaLabel: rightLabel,
      renderOverviewRuler: false,
      maxComputationTime: 3_000,
      hideUnchangedRegions: { enabled: true, contextLineCount: 3, minimumLineCount: 6 },
    }),
  );
  useEffect(() => {
    if (host.current === null) return;
    const created = create(host.current);
    created.getOriginalEditor().updateOptions({ ariaLabel: leftLabel });
    created.getModifiedEditor().updateOptions({ ariaLabel: rightLabel });
    instance.current = created;
    return () => {
      const model = created.getModel();
      created.setModel(null);
      created.dispose();
      model?.original.dispose();
      model?.modified.dispose();
      instance.current = null;
    };
  }, [leftLabel, rightLabel]);
  useEffect(() => {
    const created = instance.current;
    if (created === null) return;
    const before = created.getModel();
    created.setModel(null);
    created.setModel({
      original: monaco.editor.createModel(left, "python"),
      modified: monaco.editor.createModel(right, "python"),
    });
    before?.original.dispose();
    before?.modified.dispose();
  }, [left, right]);
  useEffect(() => instance.current?.updateOptions({ renderSideBySide: sideBySide }), [sideBySide]);
  return <div ref={host} className="h-full w-full" />;
}
