import path from "node:path";

/** npm runs scripts in the project's folder; the paths that a user types mean the folder the user is in. */
export function userPath(file: string): string {
  const { npm_lifecycle_event: script, INIT_CWD: start } = process.env;
  return path.resolve(script === "polytrace" && start !== undefined ? start : ".", file);
}
