import { oneOf } from "@/components/ui/one-of";

export const themeKey = "polytrace:theme";
export type Theme = "system" | "light" | "dark";
export const themeSchema = oneOf<Theme>("system", "light", "dark");

/** Runs before the first paint, so that a page never flashes in the other theme. Kept in step with `applyTheme`. */
export const themeScript = `(function(){var t="system";try{t=JSON.parse(localStorage.getItem("${themeKey}")||'"system"')}catch(e){}
if(t!=="dark"&&t!=="light")t=matchMedia("(prefers-color-scheme: dark)").matches?"dark":"light";document.documentElement.dataset.theme=t})()`;

/** Shows a theme; `system` follows the device. */
export function applyTheme(theme: Theme): void {
  const system = window.matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  document.documentElement.dataset.theme = theme === "system" ? system : theme;
}
