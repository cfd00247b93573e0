"use client";
import { DropdownMenu } from "radix-ui";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { classNames } from "./class-names";
import { Keys } from "./keys";
import type { MenuProps } from "./menu";
import { type MenuDownloadProps, type MenuItemProps, type MenuParts, MenuPartsContext } from "./menu-parts";

const parts: MenuParts = { Item, Download, Label, Line };

/** The menu itself, open when it first appears. */
export function MenuBox({ trigger, children, align = "end" }: MenuProps) {
  const content = useRef<HTMLDivElement>(null);
  const [isByKey] = useState(() => document.activeElement?.matches(":focus-visible") === true);
  useEffect(() => {
    if (!isByKey) return;
    // The menu was not there yet to see the key that opened it, so it takes the first opening for the pointer's.
    const frame = requestAnimationFrame(() => {
      const first = content.current?.querySelector("[role=menuitem]:not([data-disabled])");
      if (first instanceof HTMLElement) first.focus();
    });
    return () => cancelAnimationFrame(frame);
  }, [isByKey]);
  return (
    <DropdownMenu.Root modal={false} defaultOpen>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          ref={content}
          align={align}
          sideOffset={4}
          collisionPadding={8}
          className="z-50 max-h-(--radix-dropdown-menu-content-available-height) min-w-44 overflow-auto rounded-lg border border-line-strong bg-surface p-1 shadow-float"
        >
          <MenuPartsContext value={parts}>{children}</MenuPartsContext>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

function Item({ icon, keys, detail, children, className, ...rest }: MenuItemProps) {
  return (
    <DropdownMenu.Item
      className={classNames(
        "flex max-w-96 items-start gap-2 rounded px-2 py-1 outline-none data-disabled:opacity-45 data-highlighted:bg-sunken",
        className,
      )}
      {...rest}
    >
      {icon === undefined ? null : <span className="mt-0.5 shrink-0 text-soft">{icon}</span>}
      <span className="min-w-0 grow">
        {children}
        {detail === undefined ? null : <span className="block text-xs text-soft">{detail}</span>}
      </span>
      {keys === undefined ? null : <Keys keys={keys} />}
    </DropdownMenu.Item>
  );
}

function Download({ href, children }: MenuDownloadProps) {
  return (
    <DropdownMenu.Item asChild className="block rounded px-2 py-1 outline-none data-highlighted:bg-sunken">
      <a href={href} download>
        {children}
      </a>
    </DropdownMenu.Item>
  );
}

function Label({ children }: { children: ReactNode }) {
  return <DropdownMenu.Label className="px-2 pt-1.5 pb-1 text-2xs font-semibold text-faint">{children}</DropdownMenu.Label>;
}

function Line() {
  return <DropdownMenu.Separator className="my-1 h-px bg-line" />;
}
