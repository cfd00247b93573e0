import type { AdapterOptions } from "@/lib/adapters/adapter";

/** A whole-number option; options were completed before, so a missing one is a defect of the adapter. */
export function readInteger(options: AdapterOptions, name: string): number {
  const value = options[name];
  if (typeof value !== "number")
    throw new Error(`The adapter reads the option ${name}, which it does not declare as an integer.`);
  return value;
}

/** A yes-or-no option. */
export function readBoolean(options: AdapterOptions, name: string): boolean {
  const value = options[name];
  if (typeof value !== "boolean")
    throw new Error(`The adapter reads the option ${name}, which it does not declare as a boolean.`);
  return value;
}

/** A choice option. */
export function readChoice(options: AdapterOptions, name: string): string {
  const value = options[name];
  if (typeof value !== "string") throw new Error(`The adapter reads the option ${name}, which it does not declare as a choice.`);
  return value;
}
