import type { SpecSource } from "./api-schema";
import type { Spec } from "./schema";
import { specFromYaml } from "./spec-yaml";

/** The specification of a request, whichever way it was given. */
export function readSpec(source: SpecSource): Spec {
  return "spec" in source ? source.spec : specFromYaml(source.yaml);
}
