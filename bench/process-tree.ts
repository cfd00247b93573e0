import { readdirSync, readFileSync } from "node:fs";

type Process = { readonly id: number; readonly parent: number; readonly cpuMs: number; readonly residentKiB: number };

const MS_PER_TICK = 10;

function readProcess(id: string): Process | null {
  try {
    const stat = readFileSync(`/proc/${id}/stat`, "utf8");
    const fields = stat
      .slice(stat.lastIndexOf(")") + 2)
      .split(" ")
      .map(Number);
    const [, parent = 0] = fields;
    // Own user and system time, and that of children that were waited for.
    const ticks = fields.slice(11, 15).reduce((sum, value) => sum + value, 0);
    const resident = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${id}/status`, "utf8"))?.[1] ?? "0";
    return { id: Number(id), parent, cpuMs: ticks * MS_PER_TICK, residentKiB: Number(resident) };
  } catch {
    // It ended while it was looked at.
    return null;
  }
}

/** Processor time and largest resident size of the processes that this one has started and that still live. */
export function readProcessTree(): { cpuMs: number; largestResidentKiB: number } {
  const all = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(readProcess)
    .filter((found) => found !== null);
  const children = Map.groupBy(all, ({ parent }) => parent);
  const below = (id: number): Process[] => (children.get(id) ?? []).flatMap((child) => [child, ...below(child.id)]);
  const tree = below(process.pid);
  return {
    cpuMs: tree.reduce((sum, { cpuMs }) => sum + cpuMs, 0),
    largestResidentKiB: Math.max(0, ...tree.map(({ residentKiB }) => residentKiB)),
  };
}
