import type { ComponentProps, ReactNode } from "react";
import { Button } from "./button";

type Props = Omit<ComponentProps<typeof Button>, "aria-label" | "children"> & {
  label: string;
  keys?: string;
  children: ReactNode;
};

/** A button that shows only an icon; its name is read out and shown on hover and focus. */
export function IconButton({ label, keys, children, look = "quiet", size = "icon", ...rest }: Props) {
  return (
    <Button look={look} size={size} aria-label={label} data-hint={label} data-hint-keys={keys} {...rest}>
      {children}
    </Button>
  );
}
