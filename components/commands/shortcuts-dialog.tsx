"use client";
import { lazy, Suspense, useMemo, useState } from "react";
import { Dialog } from "@/components/ui/dialog";
import type { Command } from "./command";
import { useCommands } from "./command-provider";

const ShortcutList = lazy(() => import("./shortcut-list").then((module) => ({ default: module.ShortcutList })));

/** `?`: every key that works on this page. */
export function ShortcutsDialog() {
  const [open, setOpen] = useState(false);
  useCommands(
    useMemo<readonly Command[]>(
      () => [{ id: "shortcuts", title: "Keyboard shortcuts", group: "Go to", keys: "?", run: () => setOpen(true) }],
      [],
    ),
  );
  return (
    <Dialog open={open} onOpenChange={setOpen} title="Keyboard shortcuts" width="wide">
      <Suspense fallback={<div aria-busy="true" className="h-60 bg-sunken" />}>
        <ShortcutList />
      </Suspense>
    </Dialog>
  );
}
