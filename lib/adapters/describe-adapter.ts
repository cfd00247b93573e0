import type { Adapter } from "@/lib/adapters/adapter";

/** An adapter without its functions, as it is sent to clients. */
export function describeAdapter(adapter: Adapter): Omit<Adapter, "render" | "cutMark"> {
  const { render: _render, cutMark: _cutMark, ...description } = adapter;
  return description;
}
