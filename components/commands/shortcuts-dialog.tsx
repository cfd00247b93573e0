"use client";
import { useMemo, useState } from "react";
import { Dialog } from "@/components/ui/dialog";
import { Keys } from "@/components/ui/keys";
import { Switch } from "@/components/ui/switch";
import { useStored } from "@/components/ui/use-stored";
import type { Command } from "./command";
import { singleKeysKey, singleKeysSchema, useCommandList, useCommands } from "./command-provider";

/** `?`: every key that works on this page. */
export function ShortcutsDialog() {
  const [open, setOpen] = useState(false);
  const [singleKeys, setSingleKeys] = useStored(singleKeysKey, singleKeysSchema, true);
  const commands = useCommandList();
  useCommands(
    useMemo<readonly Command[]>(
      () => [{ id: "shortcuts", title: "Keyboard shortcuts", group: "Go to", keys: "?", run: () => setOpen(true) }],
      [],
    ),
  );
  const groups = [...new Set(commands.map((command) => command.group))];
  return (
    <Dialog open={open} onOpenChange={setOpen} title="Keyboard shortcuts" width="wide">
      <div className="columns-1 gap-8 p-4 sm:columns-2">
        {groups.map((group) => (
          <ShortcutGroup
            key={group}
            title={group}
            commands={commands.filter((command) => command.group === group && command.keys !== undefined)}
          />
        ))}
      </div>
      <label htmlFor="single-keys" className="flex items-center gap-3 border-t border-line px-4 py-3 text-soft">
        <Switch id="single-keys" checked={singleKeys} onChange={setSingleKeys} />
        Shortcuts of a single letter or sign. Turn them off if they get in the way of speech input.
      </label>
    </Dialog>
  );
}

function ShortcutGroup({ title, commands }: { title: string; commands: readonly Command[] }) {
  if (commands.length === 0) return null;
  return (
    <section className="mb-4 break-inside-avoid">
      <h3 className="mb-1 text-2xs font-semibold text-faint">{title}</h3>
      <dl>
        {commands.map((command) => (
          <div key={command.id} className="flex items-center justify-between gap-4 border-b border-line py-1">
            <dt>{command.title}</dt>
            <dd>
              <Keys keys={command.keys ?? ""} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
