/** Standard output up to the open step; what the step itself wrote is marked. */
export function OutputView({ before, now }: { before: string; now: string }) {
  if (before === "" && now === "") return <p className="text-faint">none</p>;
  return (
    <section
      aria-label="Standard output"
      data-own-arrows
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
      className="min-h-8 overflow-auto"
    >
      <pre className="px-1 text-xs whitespace-pre-wrap">
        {before}
        {now === "" ? null : <mark className="bg-mark text-ink shadow-[inset_0_-2px_0_var(--mark-edge)]">{now}</mark>}
      </pre>
    </section>
  );
}
