import { parse, stringify } from "yaml";
import { AppError } from "@/lib/errors/app-error";
import { describeIssue } from "@/lib/errors/describe-issue";
import { type Spec, specSchema } from "./schema";

/** A specification as YAML, for keeping in a repository and running again. */
export function specToYaml(spec: Spec, hash: string | null): string {
  const head = hash === null ? "" : `# Polytrace experiment, frozen; SHA-256 of its canonical JSON: ${hash}\n`;
  return head + stringify(spec, { lineWidth: 130 });
}

/** Reads YAML (or JSON); throws an `AppError` that lists every fault with its place. */
export function specFromYaml(text: string): Spec {
  let value: unknown;
  try {
    value = parse(text, { maxAliasCount: 100 });
  } catch (error) {
    throw new AppError(
      "invalid_input",
      `The specification is not YAML. ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  const parsed = specSchema.safeParse(value, { error: describeIssue });
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => ({ path: issue.path.map(String).join("."), message: issue.message }));
  const sentence = faults.map(({ path, message }) => `${path === "" ? "the whole" : path}: ${message}`).join("; ");
  throw new AppError("invalid_input", `The specification cannot be used. ${sentence}.`, { faults });
}
