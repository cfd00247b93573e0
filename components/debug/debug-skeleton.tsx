/** The page's outline, drawn before its parts have come, so that nothing moves when they do. */
export function DebugSkeleton() {
  return (
    <div aria-busy="true" className="grid grow lg:h-[calc(100dvh-44px)] lg:grid-cols-[400px_1fr]">
      <p role="status" className="sr-only">
        Loading
      </p>
      <div className="border-r border-line bg-surface max-lg:h-120" />
      <div />
    </div>
  );
}
