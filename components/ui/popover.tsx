"use client";
import { Popover as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { classNames } from "./class-names";

const widths = { narrow: "w-80", wide: "w-130 max-w-[calc(100vw-16px)]" } as const;

type Props = { trigger: ReactNode; label: string; width?: keyof typeof widths; children: ReactNode };

/** A small panel beside its trigger; `label` names it for screen readers. */
export function Popover({ trigger, label, width = "narrow", children }: Props) {
  return (
    <Radix.Root>
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
