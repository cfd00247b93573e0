import { type ReactNode, useId } from "react";

type Props = { title: string; about: ReactNode; action?: ReactNode; children: ReactNode };

/** One part of an experiment: what is chosen there, and why it matters. */
export function Part({ title, about, action, children }: Props) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="grid gap-2 border-t border-line py-4 first:border-t-0 first:pt-0">
      <div className="flex items-start gap-3">
        <div className="min-w-0 grow">
          <h2 id={id} className="font-semibold">
            {title}
          </h2>
          <p className="text-soft">{about}</p>
        </div>
        {action}
      </div>
      {children}
    </section>
  );
}
