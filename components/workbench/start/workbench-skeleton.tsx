/** The workbench's outline, drawn before its parts have come, so that nothing moves when they do. */
export function WorkbenchSkeleton() {
  return (
    <div aria-busy="true" className="flex h-[calc(100dvh-44px)] grow flex-col">
      <p role="status" className="sr-only">
        Loading the workbench
      </p>
      <div className="grid min-h-0 grow grid-cols-[400px_1fr] max-[900px]:grid-cols-1">
        <div className="border-r border-line bg-surface">
          <div className="h-9 border-b border-line" />
        </div>
        <div className="grid grid-cols-3 gap-px bg-line max-[900px]:hidden">
          {["a", "b", "c"].map((name) => (
            <div key={name} className="bg-surface">
              <div className="h-9 border-b border-line" />
            </div>
          ))}
        </div>
      </div>
      <div className="h-23 border-t border-line bg-surface" />
    </div>
  );
}
