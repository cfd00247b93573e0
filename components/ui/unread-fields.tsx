"use client";
import { createContext, type ReactNode, useCallback, useContext, useState } from "react";

/** Says that a field holds what cannot be read; what it returns takes that back. */
type Report = (label: string) => () => void;

const ReportContext = createContext<Report>(() => () => undefined);

/** For a field: where to say that what was typed into it cannot be read. */
export function useReportUnread(): Report {
  return useContext(ReportContext);
}

/** For a form: the labels of its fields that hold what cannot be read, so that it can wait for them. */
export function useUnreadFields(): { readonly unread: readonly string[]; readonly report: Report } {
  const [fields, setFields] = useState<readonly { readonly label: string }[]>([]);
  const report = useCallback((label: string) => {
    const field = { label };
    setFields((before) => [...before, field]);
    return () => setFields((before) => before.filter((other) => other !== field));
  }, []);
  return { unread: fields.map(({ label }) => label), report };
}

export function UnreadFields({ report, children }: { report: Report; children: ReactNode }) {
  return <ReportContext value={report}>{children}</ReportContext>;
}

/** A sentence that names the fields which hold what cannot be read. */
export function describeUnread(labels: readonly string[]): string {
  const names = [...new Set(labels)].map((label) => `“${label}”`);
  return `${names.join(", ")} ${names.length === 1 ? "holds" : "hold"} no number that can be used.`;
}
