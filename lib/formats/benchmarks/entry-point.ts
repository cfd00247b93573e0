/** The function of a program that its tests call: the last one defined at top level whose name the tests use; null if none. */
export function entryPointOf(program: string, tests: string): string | null {
  const names = [...program.matchAll(/^(?:async\s+)?def\s+(\w+)\s*\(/gm)].map((match) => match[1] ?? "");
  return names.findLast((name) => new RegExp(`\\b${name}\\s*\\(`).test(tests)) ?? null;
}
