"use client";
import { DropdownMenu } from "radix-ui";
import type { ComponentProps, ReactNode } from "react";
import { classNames } from "./class-names";
import { Keys } from "./keys";

/** A button's menu; `trigger` must be one element that takes a ref. */
export function Menu({ trigger, children, align = "end" }: { trigger: ReactNode; children: ReactNode; align?: "start" | "end" }) {
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align={align}
          sideOffset={4}
          collisionPadding={8}
          className="z-50 max-h-(--radix-dropdown-menu-content-available-height) min-w-44 overflow-auto rounded-lg border border-line-strong bg-surface p-1 shadow-float"
        >
          {children}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

type ItemProps = Omit<ComponentProps<typeof DropdownMenu.Item>, "asChild"> & {
  icon?: ReactNode;
  keys?: string;
  detail?: ReactNode;
};

export function MenuItem({ icon, keys, detail, children, className, ...rest }: ItemProps) {
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

/** A file to be saved; a link, so that the browser does it and names the file. */
export function MenuDownload({ href, children }: { href: string; children: ReactNode }) {
  return (
    <DropdownMenu.Item asChild className="block rounded px-2 py-1 outline-none data-highlighted:bg-sunken">
      <a href={href} download>
        {children}
      </a>
    </DropdownMenu.Item>
  );
}

export function MenuLabel({ children }: { children: ReactNode }) {
  return <DropdownMenu.Label className="px-2 pt-1.5 pb-1 text-2xs font-semibold text-faint">{children}</DropdownMenu.Label>;
}

export function MenuLine() {
  return <DropdownMenu.Separator className="my-1 h-px bg-line" />;
}
