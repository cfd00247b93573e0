"use client";
import type { ReactNode } from "react";
import { Menu, MenuItem, MenuLabel } from "@/components/ui/menu";
import { listAdapters } from "@/lib/adapters/registry";
import { AdapterMark } from "./adapter-mark";

/** Chooses one of the trace formats. */
export function AdapterMenu({
  trigger,
  current,
  onChoose,
}: {
  trigger: ReactNode;
  current?: string;
  onChoose: (id: string) => void;
}) {
  const published = listAdapters().filter((adapter) => !adapter.asReleased);
  const released = listAdapters().filter((adapter) => adapter.asReleased);
  const group = (adapters: typeof published) =>
    adapters.map((adapter) => (
      <MenuItem
        key={adapter.id}
        icon={<AdapterMark adapter={adapter} />}
        aria-current={adapter.id === current}
        detail={`${adapter.id} · ${adapter.placement === "inline" ? "comments in the program" : "text after the program"}`}
        onSelect={() => onChoose(adapter.id)}
      >
        {adapter.title}
      </MenuItem>
    ));
  return (
    <Menu trigger={trigger} align="start">
      <MenuLabel>As published</MenuLabel>
      {group(published)}
      {released.length === 0 ? null : <MenuLabel>As the study&apos;s code prints them</MenuLabel>}
      {group(released)}
    </Menu>
  );
}
