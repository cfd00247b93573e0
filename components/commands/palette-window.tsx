"use client";
import { Command as Palette } from "cmdk";
import { Dialog } from "radix-ui";
import { useRef, useState } from "react";
import { Keys } from "@/components/ui/keys";
import type { Command } from "./command";
import { useCommandList } from "./command-provider";
import { useFound } from "./use-found";

const order: readonly Command["group"][] = [
  "Record",
  "Step",
  "Panes",
  "Share",
  "Go to",
  "Experiments",
  "Benchmarks",
  "Examples",
  "Look",
];

type Props = { opener: Element | null; typed: string; onClose: () => void };

/** The palette itself; the focus goes back to `opener`, and then the chosen command runs. */
export function PaletteWindow({ opener, typed, onClose }: Props) {
  const [search, setSearch] = useState(typed);
  const field = useRef<HTMLInputElement>(null);
  const commands = [...useCommandList(), ...useFound(search)];
  const run = (command: Command) => {
    onClose();
    // After the palette has given the focus back.
    setTimeout(command.run, 0);
  };
  return (
    <Dialog.Root open onOpenChange={onClose}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-[rgb(20_18_14/35%)] dark:bg-[rgb(0_0_0/55%)]" />
        <Dialog.Content
          aria-describedby={undefined}
          onOpenAutoFocus={(event) => {
            // It would select the letters that are there already, and the next one would replace them.
            event.preventDefault();
            field.current?.focus();
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            if (opener instanceof HTMLElement) opener.focus();
          }}
          className="fixed top-[12vh] left-1/2 z-50 w-[min(600px,calc(100vw-24px))] -translate-x-1/2 overflow-hidden rounded-xl border border-line-strong bg-surface shadow-float"
        >
          <Dialog.Title className="sr-only">Find or run a command</Dialog.Title>
          <Palette label="Commands" loop>
            <Palette.Input
              ref={field}
              value={search}
              onValueChange={setSearch}
              placeholder="Record, step, open an example, an experiment, a benchmark …"
              className="h-11 w-full border-b border-line bg-transparent px-4 text-lg outline-none placeholder:text-faint"
            />
            <Palette.List className="max-h-[52vh] overflow-auto p-1.5">
              <Palette.Empty className="px-3 py-6 text-center text-soft">Nothing has that name.</Palette.Empty>
              {order.map((group) => (
                <PaletteGroup key={group} group={group} commands={commands} onRun={run} />
              ))}
            </Palette.List>
          </Palette>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

type GroupProps = { group: Command["group"]; commands: readonly Command[]; onRun: (command: Command) => void };

function PaletteGroup({ group, commands, onRun }: GroupProps) {
  const own = commands.filter((command) => command.group === group && command.id !== "palette");
  if (own.length === 0) return null;
  return (
    <Palette.Group
      heading={group}
      className="[&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:py-1.5 [&_[cmdk-group-heading]]:text-2xs [&_[cmdk-group-heading]]:font-semibold [&_[cmdk-group-heading]]:text-faint"
    >
      {own.map((command) => (
        <Palette.Item
          key={command.id}
          value={`${command.title} ${command.id}`}
          keywords={[group, ...(command.keywords ?? [])]}
          onSelect={() => onRun(command)}
          className="flex items-center gap-3 rounded-md px-2.5 py-1.5 data-[selected=true]:bg-accent-soft"
        >
          <span className="grow">{command.title}</span>
          {command.keys === undefined ? null : <Keys keys={command.keys} />}
        </Palette.Item>
      ))}
    </Palette.Group>
  );
}
