import type { ComponentProps } from "react";
import { classNames } from "./class-names";

const look =
  "min-w-0 rounded-md border border-control/70 bg-paper px-2 text-ink placeholder:text-faint aria-invalid:border-bad disabled:opacity-50";

export function TextField({ className, ...rest }: ComponentProps<"input">) {
  return <input className={classNames(look, "h-7", className)} autoComplete="off" spellCheck={false} {...rest} />;
}

export function TextArea({ className, ...rest }: ComponentProps<"textarea">) {
  return (
    <textarea className={classNames(look, "resize-none py-1.5", className)} autoComplete="off" spellCheck={false} {...rest} />
  );
}
