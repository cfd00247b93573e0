import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { defaultLimits, type RecordingHeader } from "@/lib/recordings/schema";
import { findPython } from "@/lib/runner/find-python";

const tracer = fileURLToPath(new URL("../tracer/", import.meta.url));
const LONGEST_MS = 60_000;

type Options = { readonly call?: string; readonly steps?: number; readonly bytes?: number };

/** The header that a recording of this program would have; what the tests of the decoder do not look at is made up. */
export function headerOf(source: string): RecordingHeader {
  const entry = { kind: "script" as const, stdin: "" };
  return { formatVersion: 1, recorderVersion: "", pythonVersion: "", jailTier: "none", source, entry, limits: defaultLimits };
}

/** Runs a Python script of the tracer with the program in a file and hands over what it wrote. */
function runTracer(script: string, source: string, more: readonly string[]): Buffer {
  const folder = mkdtempSync(path.join(tmpdir(), "recording-"));
  try {
    const [program, target] = [path.join(folder, "program.py"), path.join(folder, "out")];
    writeFileSync(program, source);
    const environment = { ...process.env, PYTHONHASHSEED: "0" };
    const command = [path.join(tracer, script), program, target, ...more];
    execFileSync(findPython(process.env.POLYTRACE_PYTHON), command, { timeout: LONGEST_MS, env: environment, stdio: "pipe" });
    return readFileSync(target);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Records a trusted program, without a jail, with the recorder built for the interpreter of the project. */
export function recordStream(source: string, { call, steps = 200_000, bytes = 32 * 2 ** 20 }: Options = {}): Uint8Array {
  const entry = call === undefined ? [] : ["--call", call];
  return new Uint8Array(runTracer("record_once.py", source, [...entry, "--steps", String(steps), "--bytes", String(bytes)]));
}

/** What the independent tracer in plain Python saw: one row per event. */
export function traceByReference(source: string): unknown {
  return JSON.parse(runTracer("tests/recorder/reference_tracer.py", source, []).toString());
}
