import { type ReactNode, useId } from "react";

/** One part of the form: its title on the left where there is room, its fields beside it. */
export function FormSection({ title, about, children }: { title: string; about: ReactNode; children: ReactNode }) {
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      className="grid gap-x-6 gap-y-2 border-t border-line px-4 py-4 first:border-t-0 sm:grid-cols-[180px_1fr]"
    >
      <div>
        <h3 id={id} className="font-semibold">
          {title}
        </h3>
        <p className="text-xs text-soft">{about}</p>
      </div>
      <div className="grid min-w-0 gap-3">{children}</div>
    </section>
  );
}
