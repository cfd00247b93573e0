import type { editor } from "monaco-editor/editor";

type Palette = {
  readonly base: "vs" | "vs-dark";
  readonly rules: readonly (readonly [token: string, colour: string, style?: string])[];
};

const light: Palette = {
  base: "vs",
  rules: [
    ["", "1d1c1a"],
    ["keyword", "0f6b72", "bold"],
    ["string", "7a4a00"],
    ["string.escape", "8a3d12"],
    ["number", "2166ac"],
    ["comment", "5f5a50", "italic"],
    ["type", "0f6b72"],
    ["tag", "8a3d12"],
  ],
};

const dark: Palette = {
  base: "vs-dark",
  rules: [
    ["", "e9e7e2"],
    ["keyword", "5fc4c6", "bold"],
    ["string", "e3bd7b"],
    ["string.escape", "f0a07a"],
    ["number", "8cc4f0"],
    ["comment", "a29e95", "italic"],
    ["type", "5fc4c6"],
    ["tag", "f0a07a"],
  ],
};

/** The editor's colours, read from the page's own properties, so that both change in one place. */
export function editorTheme(theme: "light" | "dark"): editor.IStandaloneThemeData {
  const style = getComputedStyle(document.documentElement);
  const colour = (name: string) => longHex(style.getPropertyValue(`--${name}`).trim());
  const palette = theme === "dark" ? dark : light;
  return {
    base: palette.base,
    inherit: true,
    rules: palette.rules.map(([token, foreground, fontStyle]) => ({
      token,
      foreground,
      ...(fontStyle === undefined ? {} : { fontStyle }),
    })),
    colors: {
      "editor.background": colour("surface"),
      "editor.foreground": colour("ink"),
      "editorLineNumber.foreground": colour("faint"),
      "editorLineNumber.activeForeground": colour("ink"),
      "editor.lineHighlightBackground": "#00000000",
      "editor.lineHighlightBorder": "#00000000",
      "editorCursor.foreground": colour("accent"),
      "editorWidget.background": colour("surface"),
      "editorWidget.border": colour("line-strong"),
      "editorGutter.background": colour("surface"),
      "editorBracketHighlight.foreground1": colour("ink"),
      "editorBracketHighlight.foreground2": colour("ink"),
      "editorBracketHighlight.foreground3": colour("ink"),
      "editorBracketMatch.background": colour("accent-soft"),
      "editorBracketMatch.border": "#00000000",
      "editorIndentGuide.background1": colour("line"),
      "editorIndentGuide.activeBackground1": colour("line-strong"),
      "diffEditor.insertedTextBackground": theme === "dark" ? "#6fb1e433" : "#2166ac22",
      "diffEditor.removedTextBackground": theme === "dark" ? "#eb9c5c33" : "#b3580622",
      "diffEditor.insertedLineBackground": theme === "dark" ? "#6fb1e414" : "#2166ac0d",
      "diffEditor.removedLineBackground": theme === "dark" ? "#eb9c5c14" : "#b358060d",
    },
  };
}

// Minified style sheets say #fff, which the editor does not take.
function longHex(colour: string): string {
  return colour.length === 4 ? colour.replace(/[0-9a-f]/gi, "$&$&") : colour;
}
