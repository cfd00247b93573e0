"use client";
import { Check } from "lucide-react";
import { Select as Radix } from "radix-ui";
import { useState } from "react";
import { SelectFace, type SelectProps } from "./select";

/** The choice with its list, open when it first appears. */
export function SelectBox(props: SelectProps) {
  const { value, choices, onChange } = props;
  const [isOpen, setIsOpen] = useState(true);
  return (
    <Radix.Root value={value} onValueChange={onChange} open={isOpen} onOpenChange={setIsOpen}>
      <Radix.Trigger asChild>
        <SelectFace {...props} />
      </Radix.Trigger>
      {/* Radix draws the items of a closed list, too; a list of a hundred arms would then be drawn with every change of the page. */}
      {isOpen ? (
        <Radix.Portal>
          <Radix.Content
            position="popper"
            sideOffset={4}
            collisionPadding={8}
            className="z-50 max-h-(--radix-select-content-available-height) min-w-(--radix-select-trigger-width) rounded-lg border border-line-strong bg-surface p-1 shadow-float"
          >
            <Radix.Viewport>
              {choices.map((choice) => (
                <Radix.Item
                  key={choice.value}
                  value={choice.value}
                  className="flex max-w-90 items-start gap-2 rounded px-2 py-1 outline-none data-highlighted:bg-sunken"
                >
                  <span className="mt-0.5 w-3.5 shrink-0 text-accent">
                    <Radix.ItemIndicator>
                      <Check size={14} aria-hidden />
                    </Radix.ItemIndicator>
                  </span>
                  <span className="min-w-0">
                    <Radix.ItemText>{choice.label}</Radix.ItemText>
                    {choice.detail === undefined ? null : <span className="block text-xs text-soft">{choice.detail}</span>}
                  </span>
                </Radix.Item>
              ))}
            </Radix.Viewport>
          </Radix.Content>
        </Radix.Portal>
      ) : null}
    </Radix.Root>
  );
}
