import { type ComponentProps, type ReactNode, useId } from "react";
import { classNames } from "@/components/ui/class-names";
import { TextArea, TextField } from "@/components/ui/text-field";

type Common = { label: string; hint?: ReactNode; fault: string | undefined };

/** A line of text with its label above, and below what it means or what is wrong with it. */
export function LabelledText({ label, hint, fault, className, ...rest }: ComponentProps<"input"> & Common) {
  return (
    <Labelled label={label} hint={hint} fault={fault} className={className}>
      {(field) => <TextField {...field} {...rest} />}
    </Labelled>
  );
}

export function LabelledArea({ label, hint, fault, className, ...rest }: ComponentProps<"textarea"> & Common) {
  return (
    <Labelled label={label} hint={hint} fault={fault} className={className}>
      {(field) => <TextArea {...field} {...rest} />}
    </Labelled>
  );
}

type Field = { id: string; "aria-invalid": boolean; "aria-describedby": string };

function Labelled({
  label,
  hint,
  fault,
  className,
  children,
}: Common & { className?: string; children: (field: Field) => ReactNode }) {
  const id = useId();
  return (
    <div className={classNames("grid min-w-0 content-start gap-0.5", className)}>
      <label htmlFor={id} className="text-xs text-soft">
        {label}
      </label>
      {children({ id, "aria-invalid": fault !== undefined, "aria-describedby": `${id}-below` })}
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
