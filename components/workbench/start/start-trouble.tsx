/** Stands where a workbench should, when what it needs cannot be loaded. */
export function StartTrouble({ message }: { message: string }) {
  return (
    <div role="alert" className="mx-auto max-w-prose p-8">
      <h1 className="mb-2 text-xl font-semibold">This could not be opened</h1>
      <p className="text-soft">{message}</p>
      <p className="mt-3">
        <a href="/trace" className="text-accent underline underline-offset-2">
          Open an example
        </a>
      </p>
    </div>
  );
}
