import type { Adapter } from "@/lib/adapters/adapter";

/** An adapter as it is sent to clients: without its functions and what only cutting needs. */
export function describeAdapter(adapter: Adapter): Omit<Adapter, "render" | "cutMark" | "mayShrink"> {
  const { render: _render, cutMark: _cutMark, mayShrink: _mayShrink, ...description } = adapter;
  return description;
}
