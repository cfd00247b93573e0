"use client";
import { useEffect } from "react";
import { editorTheme } from "./editor-theme";
import { monaco } from "./monaco";

/** Keeps all editors in the page's theme. */
export function useMonacoTheme(): void {
  useEffect(() => {
    const root = document.documentElement;
    const apply = () => {
      monaco.editor.defineTheme("polytrace", editorTheme(root.dataset.theme === "dark" ? "dark" : "light"));
      monaco.editor.setTheme("polytrace");
    };
    apply();
    const observer = new MutationObserver(apply);
    observer.observe(root, { attributes: true, attributeFilter: ["data-theme"] });
    return () => observer.disconnect();
  }, []);
}
