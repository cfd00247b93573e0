export function ListSkeleton({ rows }: { rows: number }) {
  return (
    <div aria-busy="true" className="border-t border-line">
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows of a skeleton are all alike
        <div key={row} className="flex h-13.5 flex-col justify-center gap-2 border-b border-line">
          <div className="h-2 w-2/5 rounded bg-sunken" />
          <div className="h-2 w-3/5 rounded bg-sunken" />
        </div>
      ))}
    </div>
  );
}
