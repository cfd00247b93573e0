"use client";
import { Popover as Radix } from "radix-ui";
import { classNames } from "./class-names";
import type { PopoverProps } from "./popover";

const widths = { narrow: "w-80", wide: "w-130 max-w-[calc(100vw-16px)]" } as const;

/** The panel itself, open when it first appears. */
export function PopoverBox({ trigger, label, width = "narrow", children }: PopoverProps) {
  return (
    <Radix.Root defaultOpen>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          aria-label={label}
          align="end"
          sideOffset={4}
          collisionPadding={8}
          className={classNames(
            "z-50 max-h-(--radix-popover-content-available-height) overflow-auto rounded-lg border border-line-strong bg-surface p-3 shadow-float outline-none",
            widths[width],
          )}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
