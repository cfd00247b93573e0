"use client";
import { Switch as Radix } from "radix-ui";

type Props = {
  id?: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
  "aria-label"?: string;
  "aria-describedby"?: string;
};

export function Switch({ checked, onChange, ...rest }: Props) {
  return (
    <Radix.Root
      checked={checked}
      onCheckedChange={onChange}
      className="relative h-4.5 w-8 shrink-0 rounded-full border border-control bg-sunken data-[state=checked]:border-accent data-[state=checked]:bg-accent"
      {...rest}
    >
      <Radix.Thumb className="block size-3 translate-x-0.5 rounded-full bg-control motion-safe:transition-transform data-[state=checked]:translate-x-3.75 data-[state=checked]:bg-accent-ink" />
    </Radix.Root>
  );
}
