import { useEffect, useState } from "react";
import { type NumberRange, readNumber } from "./read-number";
import { useReportUnread } from "./unread-fields";

type Settings = NumberRange & {
  readonly label: string;
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
};

/** What is being typed; once the field is left with what cannot be read, also the value that it stands over. */
type Typed = { readonly text: string; readonly left: { readonly over: number | null } | null };

/**
 * A number as text that is typed. A value is taken as soon as it can be read; what cannot be read stays as typed, also after the field
 * is left, until it is corrected or the value is replaced from elsewhere.
 */
export function useTypedNumber({ label, value, onChange, ...range }: Settings) {
  const [typed, setTyped] = useState<Typed | null>(null);
  const current = typed === null || (typed.left !== null && typed.left.over !== value) ? null : typed;
  const fault = current === null ? null : readNumber(current.text, range).fault;
  const report = useReportUnread();
  const isUnread = fault !== null;
  useEffect(() => (isUnread ? report(label) : undefined), [isUnread, report, label]);
  return {
    fault,
    field: {
      value: current?.text ?? (value === null ? "" : String(value)),
      onChange: ({ target }: { readonly target: { readonly value: string } }) => {
        setTyped({ text: target.value, left: null });
        const reading = readNumber(target.value, range);
        if (reading.fault === null) onChange(reading.value);
      },
      onBlur: () => setTyped(current === null || fault === null ? null : { text: current.text, left: { over: value } }),
    },
  };
}
