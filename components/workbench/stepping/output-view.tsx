/** Standard output up to the open step; what the step itself wrote is marked. */
export function OutputView({ before, now }: { before: string; now: string }) {
  if (before === "" && now === "") return <p className="text-faint">none</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <pre tabIndex={0} data-own-arrows aria-label="Standard output" className="min-h-8 overflow-auto px-1 text-xs whitespace-pre-wrap">
      {before}
      {now === "" ? null : <mark className="bg-mark text-ink shadow-[inset_0_-2px_0_var(--mark-edge)]">{now}</mark>}
    </pre>
  );
}
