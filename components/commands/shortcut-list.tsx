"use client";
import { Keys } from "@/components/ui/keys";
import { Switch } from "@/components/ui/switch";
import { useStored } from "@/components/ui/use-stored";
import type { Command } from "./command";
import { singleKeysKey, singleKeysSchema, useCommandList } from "./command-provider";

/** Every key that works on this page, and whether those of a single character do. */
export function ShortcutList() {
  const [singleKeys, setSingleKeys] = useStored(singleKeysKey, singleKeysSchema, true);
  const commands = useCommandList();
  const groups = [...new Set(commands.map((command) => command.group))];
  return (
    <>
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
    </>
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
