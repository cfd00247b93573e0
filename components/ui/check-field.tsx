import type { ReactNode } from "react";

type Props = {
  checked: boolean;
  onChange: (checked: boolean) => void;
  children: ReactNode;
  detail?: ReactNode;
  disabled?: boolean;
};

/** A check box with its label, and a line that explains it. */
export function CheckField({ checked, onChange, children, detail, disabled }: Props) {
  return (
    <label className="flex min-w-0 items-start gap-2">
      <input
        type="checkbox"
        checked={checked}
        disabled={disabled === true}
        onChange={(event) => onChange(event.target.checked)}
        className="mt-0.5 size-3.5 shrink-0 accent-(--accent)"
      />
      <span className="min-w-0">
        {children}
        {detail === undefined ? null : <span className="block text-xs text-soft">{detail}</span>}
      </span>
    </label>
  );
}
