import type { ComponentProps } from "react";
import { classNames } from "./class-names";

const looks = {
  plain: "border border-line-strong bg-surface text-ink hover:bg-sunken",
  main: "border border-accent bg-accent text-accent-ink font-semibold hover:brightness-95 dark:hover:brightness-110",
  quiet: "text-soft hover:bg-sunken hover:text-ink",
  link: "text-soft underline-offset-2 hover:text-ink hover:underline",
} as const;

const sizes = { medium: "h-7 px-2.5 gap-1.5", small: "h-6 px-1.5 gap-1", icon: "size-7", text: "" } as const;

type Props = ComponentProps<"button"> & { look?: keyof typeof looks; size?: keyof typeof sizes };

export function Button({ look = "plain", size = "medium", className, ...rest }: Props) {
  return (
    <button
      type="button"
      className={classNames(
        "inline-flex shrink-0 items-center justify-center rounded-md whitespace-nowrap select-none",
        "disabled:opacity-45 aria-disabled:opacity-45",
        looks[look],
        sizes[size],
        className,
      )}
      {...rest}
    />
  );
}
