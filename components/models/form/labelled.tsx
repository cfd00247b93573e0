import { type ComponentProps, type ReactNode, useId } from "react";
import { classNames } from "@/components/ui/class-names";
import { TextArea, TextField } from "@/components/ui/text-field";

type Common = { label: string; hint?: ReactNode; fault: string | undefined };

/** A line of text with its label above, and below what it means or what is wrong with it. */
export function LabelledText({ label, hint, fault, className, ...rest }: ComponentProps<"input"> & Common) {
  const id = useId();
  return (
    <div className={classNames("grid min-w-0 content-start gap-0.5", className)}>
      <label htmlFor={id} className="text-xs text-soft">
        {label}
      </label>
      <TextField id={id} aria-invalid={fault !== undefined} aria-describedby={`${id}-below`} {...rest} />
      <Below id={`${id}-below`} hint={hint} fault={fault} />
    </div>
  );
}

export function LabelledArea({ label, hint, fault, className, ...rest }: ComponentProps<"textarea"> & Common) {
  const id = useId();
  return (
    <div className={classNames("grid min-w-0 content-start gap-0.5", className)}>
      <label htmlFor={id} className="text-xs text-soft">
        {label}
      </label>
      <TextArea id={id} aria-invalid={fault !== undefined} aria-describedby={`${id}-below`} {...rest} />
      <Below id={`${id}-below`} hint={hint} fault={fault} />
    </div>
  );
}

export function Below({ id, hint, fault }: { id?: string; hint?: ReactNode; fault: string | undefined }) {
  return (
    <p id={id} className={classNames("text-xs", fault === undefined ? "text-soft" : "text-bad")}>
      {fault ?? hint}
    </p>
  );
}
