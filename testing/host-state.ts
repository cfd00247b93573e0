import { readdirSync, readFileSync, readlinkSync } from "node:fs";

export type InterpreterProcess = { readonly id: number; readonly residentKiB: number; readonly descriptors: number };

function readProcess(id: string): InterpreterProcess | null {
  try {
    const command = readFileSync(`/proc/${id}/cmdline`, "utf8").split("\0");
    if (!command.some((word) => word.endsWith("zygote.py")) || !command.includes(String(process.pid))) return null;
    const resident = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${id}/status`, "utf8"))?.[1] ?? "0";
    return { id: Number(id), residentKiB: Number(resident), descriptors: readdirSync(`/proc/${id}/fd`).length };
  } catch {
    // It ended while it was looked at, or belongs to another user.
    return null;
  }
}

/** The processes of warm interpreters, and of jobs, that this process has started and that still live. */
export function listInterpreterProcesses(): InterpreterProcess[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(readProcess)
    .filter((found) => found !== null);
}

/** How many pipes and sockets this process has open. */
export function countOwnPipes(): number {
  const targets = readdirSync("/proc/self/fd").map((name) => {
    try {
      return readlinkSync(`/proc/self/fd/${name}`);
    } catch {
      return "";
    }
  });
  return targets.filter((target) => /^(pipe|socket):/.test(target)).length;
}
