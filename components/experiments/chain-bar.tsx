/** Chains that have come to their end, of all; errors are drawn apart. */
export function ChainBar({ label, done, errors, total }: { label: string; done: number; errors: number; total: number }) {
  const share = (count: number) => `${total === 0 ? 0 : Math.min(100, (count / total) * 100)}%`;
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={total}
      aria-valuenow={done}
      aria-valuetext={`${done} of ${total} chains`}
      className="flex h-1.5 min-w-10 overflow-hidden rounded-full bg-line"
    >
      <div className="bg-accent" style={{ width: share(done) }} />
      <div className="bg-bad" style={{ width: share(errors) }} />
    </div>
  );
}
