import { existsSync } from "node:fs";

const DEBIAN_PYTHON = "/usr/bin/python3";

/** The interpreter that runs programs: the one named, Debian's, or the first on the PATH. The same choice as `scripts/setup.mjs` makes. */
export function findPython(named: string | undefined): string {
  if (named !== undefined && named !== "") return named;
  return existsSync(DEBIAN_PYTHON) ? DEBIAN_PYTHON : "python3";
}
