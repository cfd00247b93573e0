"use client";
import { X } from "lucide-react";
import { Dialog as Radix } from "radix-ui";
import { useState } from "react";
import { classNames } from "./class-names";
import type { DialogProps } from "./dialog";
import { IconButton } from "./icon-button";

const widths = {
  narrow: "w-full max-w-140",
  wide: "w-full max-w-220",
  full: "h-[calc(100dvh-48px)] w-[calc(100vw-48px)] max-sm:h-dvh max-sm:w-screen",
} as const;

/** The dialog itself; the focus goes back to where it was. */
export function DialogWindow({ open, onOpenChange, title, description, width = "narrow", children }: DialogProps) {
  const [opener] = useState(() => document.activeElement);
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 bg-[rgb(20_18_14/35%)] dark:bg-[rgb(0_0_0/55%)]" />
        <Radix.Content
          onOpenAutoFocus={(event) => {
            // The first control is Close, whose hint would open with it.
            event.preventDefault();
            if (event.currentTarget instanceof HTMLElement) event.currentTarget.focus();
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            if (opener instanceof HTMLElement) opener.focus();
          }}
          {...(description === undefined ? { "aria-describedby": undefined } : {})}
          className={classNames(
            "fixed top-1/2 left-1/2 z-40 flex max-h-[calc(100dvh-48px)] -translate-1/2 flex-col overflow-hidden rounded-xl border border-line-strong bg-surface shadow-float outline-none",
            widths[width],
          )}
        >
          <div className="flex items-start gap-3 border-b border-line py-2 pr-2 pl-4">
            <div className="min-w-0 grow py-0.5">
              <Radix.Title className="text-lg font-semibold">{title}</Radix.Title>
              {description === undefined ? null : <Radix.Description className="text-soft">{description}</Radix.Description>}
            </div>
            <Radix.Close asChild>
              <IconButton label="Close">
                <X size={16} aria-hidden />
              </IconButton>
            </Radix.Close>
          </div>
          <div className="flex min-h-0 grow flex-col overflow-auto">{children}</div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
