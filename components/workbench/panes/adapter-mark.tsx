import type { Adapter } from "@/lib/adapters/adapter";

/** The colour and glyph of an adapter, the same on every page. */
export function AdapterMark({ adapter }: { adapter: Pick<Adapter, "colour" | "glyph"> }) {
  return (
    <span
      aria-hidden="true"
      className="inline-flex h-4 min-w-4 shrink-0 items-center justify-center rounded-[3px] px-0.5 font-mono text-[10px] leading-none font-bold text-surface"
      style={{ background: `var(--${adapter.colour}, var(--other))` }}
    >
      {adapter.glyph}
    </span>
  );
}
