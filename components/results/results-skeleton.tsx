/** Holds the places of the answer and the table, so that nothing moves when they come. */
export function ResultsSkeleton() {
  return (
    <div aria-busy="true" className="mx-auto w-full max-w-[1280px] px-6 py-5">
      <div className="h-6 w-96 rounded bg-sunken" />
      <div className="mt-2 h-4 w-140 rounded bg-sunken" />
      <div className="mt-4 h-18 rounded bg-sunken" />
      <div className="mt-6 h-120 rounded-lg bg-sunken" />
      <span className="sr-only">Computing the results</span>
    </div>
  );
}
