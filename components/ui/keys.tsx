"use client";
import { useIsApple } from "@/components/ui/use-is-apple";
import { classNames } from "./class-names";

const apple: Record<string, string> = { mod: "⌘", alt: "⌥", shift: "⇧" };
const others: Record<string, string> = { mod: "Ctrl", alt: "Alt", shift: "Shift" };
const common: Record<string, string> = {
  enter: "↵",
  arrowleft: "←",
  arrowright: "→",
  arrowup: "↑",
  arrowdown: "↓",
  home: "Home",
  end: "End",
  escape: "Esc",
};

/** A key combination such as `mod+enter`, drawn as the reader's keyboard names it. */
export function Keys({ keys, tone = "plain" }: { keys: string; tone?: "plain" | "inverse" }) {
  const isApple = useIsApple();
  const names = keys.split("+").map((key) => (isApple ? apple : others)[key] ?? common[key] ?? key.toUpperCase());
  return (
    <kbd
      className={classNames(
        "rounded border px-1.5 text-2xs leading-4.5 whitespace-nowrap",
        tone === "plain" ? "border-line-strong text-soft" : "border-current/40",
      )}
    >
      {names.join(" ")}
    </kbd>
  );
}
