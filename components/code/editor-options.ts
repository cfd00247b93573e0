import type { editor } from "monaco-editor/editor";

/** Settings that every editor of the product shares. */
export const editorOptions: editor.IEditorOptions = {
  fontFamily: '"JetBrains Mono Variable", "JetBrains Mono", ui-monospace, "DejaVu Sans Mono", monospace',
  fontSize: 12,
  lineHeight: 18,
  fontLigatures: false,
  minimap: { enabled: false },
  scrollBeyondLastLine: false,
  automaticLayout: true,
  renderLineHighlight: "none",
  lineNumbersMinChars: 3,
  lineDecorationsWidth: 10,
  folding: false,
  glyphMargin: false,
  padding: { top: 8, bottom: 8 },
  overviewRulerBorder: false,
  overviewRulerLanes: 0,
  hideCursorInOverviewRuler: true,
  scrollbar: { verticalScrollbarSize: 8, horizontalScrollbarSize: 8, useShadows: false },
  occurrencesHighlight: "off",
  selectionHighlight: false,
  unicodeHighlight: { ambiguousCharacters: false, invisibleCharacters: true },
  fixedOverflowWidgets: true,
  renderFinalNewline: "on",
  stickyScroll: { enabled: false },
  bracketPairColorization: { enabled: false },
};
