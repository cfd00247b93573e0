"use client";
import { Tooltip } from "radix-ui";
import type { ReactNode } from "react";
import { Keys } from "./keys";

/** A short text that appears on hover and focus of its child. */
export function Hint({ text, keys, children }: { text: ReactNode; keys?: string | undefined; children: ReactNode }) {
  return (
    <Tooltip.Root>
      <Tooltip.Trigger asChild>{children}</Tooltip.Trigger>
      <Tooltip.Portal>
        <Tooltip.Content
          sideOffset={5}
          collisionPadding={8}
          className="z-50 flex max-w-80 items-center gap-2 rounded-md bg-ink px-2 py-1 text-xs text-paper shadow-float"
        >
          {text}
          {keys === undefined ? null : <Keys keys={keys} tone="inverse" />}
        </Tooltip.Content>
      </Tooltip.Portal>
    </Tooltip.Root>
  );
}
