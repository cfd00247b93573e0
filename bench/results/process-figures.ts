import { readdirSync, readFileSync } from "node:fs";

const TICKS_PER_SECOND = 100;
const PAGE_BYTES = 4_096;

export type ProcessFigures = { readonly name: string; readonly cpuSeconds: number; readonly residentMb: number };

/** Processor time and memory of a process and all that it started, from `/proc`; a process that is gone is left out. */
export function processFigures(pid: number): ProcessFigures[] {
  const parents = new Map<number, number>();
  for (const entry of readdirSync("/proc")) {
    const stat = /^\d+$/.test(entry) ? read(`/proc/${entry}/stat`) : null;
    if (stat !== null) parents.set(Number(entry), Number(fieldsOf(stat)[1]));
  }
  const family = [pid];
  for (const member of family) for (const [child, parent] of parents) if (parent === member) family.push(child);
  return family.flatMap((member) => {
    const stat = read(`/proc/${member}/stat`);
    const command = read(`/proc/${member}/cmdline`);
    if (stat === null || command === null) return [];
    const fields = fieldsOf(stat);
    const cpuSeconds = (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
    return [{ name: nameOf(command), cpuSeconds, residentMb: (Number(fields[21]) * PAGE_BYTES) / 1e6 }];
  });
}

function nameOf(command: string): string {
  if (command.includes("scripts/database.ts")) return "database";
  if (command.includes("scripts/worker.ts")) return "worker";
  if (/next(?:-server| start|\0start|\/dist)/.test(command)) return "pages";
  return command.includes("scripts/serve.ts") ? "parent" : "other";
}

/** The fields after the command's name, which may hold spaces. */
function fieldsOf(stat: string): string[] {
  return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
}

function read(file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return null;
  }
}
