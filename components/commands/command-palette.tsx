"use client";
import { useMemo, useState } from "react";
import { Keys } from "@/components/ui/keys";
import { useOnDemand } from "@/components/ui/use-on-demand";
import type { Command } from "./command";
import { useCommands } from "./command-provider";

const fetchWindow = () => import("./palette-window");

/** ⌘K: find and run any command of the page. */
export function CommandPalette() {
  const [isOpen, setIsOpen] = useState(false);
  const { loaded, load, approach } = useOnDemand(fetchWindow);
  useCommands(
    useMemo<readonly Command[]>(
      () => [
        {
          id: "palette",
          title: "Find or run",
          group: "Go to",
          keys: "mod+k",
          whileTyping: true,
          run: () => {
            load();
            setIsOpen((before) => !before);
          },
        },
      ],
      [load],
    ),
  );
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onPointerEnter={approach}
        onFocus={approach}
        onClick={() => {
          load();
          setIsOpen(true);
        }}
        className="hidden items-center gap-2 rounded-md px-2 py-1 text-soft hover:text-ink md:inline-flex"
      >
        Find or run <Keys keys="mod+k" />
      </button>
      {loaded === null || !isOpen ? null : <loaded.PaletteWindow onClose={() => setIsOpen(false)} />}
    </>
  );
}
