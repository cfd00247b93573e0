import type { SpecFault } from "@/lib/experiments/check-spec";

/** What is wrong at a place of the draft or below it, as sentences. */
export function FaultLines({ faults, at }: { faults: readonly SpecFault[]; at: string }) {
  const own = faults.filter(({ path }) => path === at || path.startsWith(`${at}.`));
  if (own.length === 0) return null;
  return (
    <div role="alert" className="grid gap-0.5 text-bad">
      {own.map(({ path, message }) => (
        <p key={path + message}>{sentence(message)}</p>
      ))}
    </div>
  );
}

function sentence(message: string): string {
  const text = message.charAt(0).toUpperCase() + message.slice(1);
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
