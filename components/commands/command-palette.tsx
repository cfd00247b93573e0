"use client";
import { useCallback, useMemo, useState } from "react";
import { Keys } from "@/components/ui/keys";
import { useOnDemand } from "@/components/ui/use-on-demand";
import type { Command } from "./command";
import { useCommands } from "./command-provider";

const fetchWindow = () => import("./palette-window");

/** What had the focus when the palette was asked for, and what was typed before its code was there. */
type Asked = { readonly opener: Element | null; readonly typed: string };

/** ⌘K: find and run any command of the page. */
export function CommandPalette() {
  const [asked, setAsked] = useState<Asked | null>(null);
  const { loaded, load, approach } = useOnDemand(fetchWindow);
  const ask = useCallback(() => {
    load();
    setAsked((before) => (before === null ? { opener: document.activeElement, typed: "" } : null));
  }, [load]);
  const close = () => setAsked(null);
  useCommands(
    useMemo<readonly Command[]>(
      () => [
        {
          id: "palette",
          title: "Find or run",
          group: "Go to",
          keys: "mod+k",
          whileTyping: true,
          run: ask,
        },
      ],
      [ask],
    ),
  );
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        aria-expanded={asked !== null}
        onPointerEnter={approach}
        onFocus={approach}
        onClick={ask}
        className="hidden items-center gap-2 rounded-md px-2 py-1 text-soft hover:text-ink md:inline-flex"
      >
        Find or run <Keys keys="mod+k" />
      </button>
      {asked === null ? null : loaded === null ? (
        <FirstLetters typed={asked.typed} onType={(typed) => setAsked({ ...asked, typed })} onClose={close} />
      ) : (
        <loaded.PaletteWindow {...asked} onClose={close} />
      )}
    </>
  );
}

type FirstLettersProps = { typed: string; onType: (typed: string) => void; onClose: () => void };

/** Takes what is typed while the palette's code is on its way; the page's single keys would take it otherwise. */
function FirstLetters({ typed, onType, onClose }: FirstLettersProps) {
  return (
    <input
      aria-label="Commands"
      // biome-ignore lint/a11y/noAutofocus: it opens at the reader's own word, in place of a dialog
      autoFocus
      value={typed}
      onChange={(event) => onType(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === "Escape") onClose();
      }}
      className="fixed top-[12vh] left-1/2 z-50 h-11 w-[min(600px,calc(100vw-24px))] -translate-x-1/2 rounded-xl border border-line-strong bg-surface px-4 text-lg shadow-float outline-none"
    />
  );
}
