"use client";
import type { editor } from "monaco-editor/editor";
import { useEffect, useEffectEvent, useRef } from "react";
import type { CodeEditorProps } from "./code-editor";
import { editorOptions } from "./editor-options";
import { monaco } from "./monaco";
import { useMonacoTheme } from "./use-monaco-theme";

/** Monaco, mounted once; later values come in through the properties. Loaded only where it is shown. */
export default function MonacoEditor({
  label,
  value,
  onChange,
  readOnly,
  lines,
  problems,
  revealLine,
  onCursorLine,
  onPointLine,
}: CodeEditorProps) {
  const host = useRef<HTMLDivElement>(null);
  const instance = useRef<editor.IStandaloneCodeEditor | null>(null);
  const decorations = useRef<editor.IEditorDecorationsCollection | null>(null);
  useMonacoTheme();

  const changed = useEffectEvent((text: string) => (text === value ? undefined : onChange?.(text)));
  const cursorMoved = useEffectEvent((line: number) => onCursorLine?.(line));
  const pointed = useEffectEvent((line: number | null) => onPointLine?.(line));
  const create = useEffectEvent((element: HTMLElement) =>
    monaco.editor.create(element, {
      ...editorOptions,
      value,
      language: "python",
      theme: "polytrace",
      ariaLabel: `${label}. Press Ctrl+M to let Tab move the focus.`,
      readOnly: readOnly ?? false,
      domReadOnly: readOnly ?? false,
    }),
  );
  useEffect(() => {
    if (host.current === null) return;
    const created = create(host.current);
    created.getModel()?.updateOptions({ tabSize: 4, insertSpaces: true });
    instance.current = created;
    decorations.current = created.createDecorationsCollection();
    created.onDidChangeModelContent(() => changed(created.getValue()));
    created.onDidChangeCursorPosition((event) => {
      // The other reasons come with edits and new contents, not from the reader.
      if (event.reason === monaco.editor.CursorChangeReason.Explicit) cursorMoved(event.position.lineNumber);
    });
    created.onMouseMove(({ target }) => {
      // Below the last line the editor still names that line.
      const isBelow = target.type === monaco.editor.MouseTargetType.CONTENT_EMPTY && target.detail.isAfterLines;
      pointed(isBelow ? null : (target.position?.lineNumber ?? null));
    });
    created.onMouseLeave(() => pointed(null));
    return () => {
      created.getModel()?.dispose();
      created.dispose();
      instance.current = null;
    };
  }, []);

  useEffect(() => {
    const current = instance.current;
    if (current !== null && current.getValue() !== value) current.setValue(value);
  }, [value]);
  useEffect(() => {
    decorations.current?.set(
      (lines ?? []).map(({ from, to, look }) => ({
        range: new monaco.Range(from, 1, to, 1),
        options: { isWholeLine: true, className: `code-line-${look}`, linesDecorationsClassName: `code-margin-${look}` },
      })),
    );
  }, [lines]);
  useEffect(() => {
    const model = instance.current?.getModel();
    if (!model) return;
    const markers = (problems ?? []).map(({ line, message }) => ({
      severity: monaco.MarkerSeverity.Error,
      message,
      startLineNumber: line,
      endLineNumber: line,
      startColumn: 1,
      endColumn: model.getLineCount() >= line ? model.getLineMaxColumn(line) : 1,
    }));
    monaco.editor.setModelMarkers(model, "polytrace", markers);
  }, [problems]);
  useEffect(() => {
    if (revealLine !== undefined && revealLine !== null) instance.current?.revealLineInCenterIfOutsideViewport(revealLine);
  }, [revealLine]);

  return <div ref={host} className="h-full w-full" />;
}
