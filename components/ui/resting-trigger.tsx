import { cloneElement, type HTMLAttributes, isValidElement, type KeyboardEvent, type ReactNode } from "react";

type Props = {
  opens: "menu" | "dialog";
  /** Called when the trigger is pointed at or has the focus: opening is near. */
  onNear: () => void;
  onOpen: () => void;
  children: ReactNode;
};

/** A trigger until it is first used, when the code of what it opens takes its place. */
export function RestingTrigger({ opens, onNear, onOpen, children }: Props) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (opens !== "menu" || event.key !== "ArrowDown") return;
    event.preventDefault();
    onOpen();
  };
  if (!isValidElement<HTMLAttributes<HTMLElement>>(children)) throw new TypeError("A trigger is one element.");
  return cloneElement(children, {
    "aria-haspopup": opens,
    "aria-expanded": false,
    onPointerEnter: onNear,
    onFocus: onNear,
    onClick: onOpen,
    onKeyDown,
  });
}
