import type { FilterField } from "@/lib/filters/schema";

export type Completion = { readonly text: string; readonly detail: string; readonly start: number; readonly end: number };

const MOST = 12;

/**
 * What could stand at the cursor of an expression: names of fields, or values of the field before the colon. Pure.
 * @param valuesOf Known values of a text field.
 */
export function completeFilter(
  given: { readonly text: string; readonly cursor: number },
  fields: readonly FilterField[],
  valuesOf: (field: string) => readonly string[],
): readonly Completion[] {
  const before = given.text.slice(0, given.cursor);
  const start = before.search(/[^\s()]*$/);
  const typed = before.slice(start).replace(/^[-!]/, "");
  const from = given.cursor - typed.length;
  const term = /^([A-Za-z][\w.-]*)(!=|:|=)(.*)$/.exec(typed);
  if (term === null) return fieldsFor(typed, { fields, start: from, end: given.cursor });
  const [, name = "", sign = ":", value = ""] = term;
  const place = { start: from + name.length + sign.length, end: given.cursor };
  const field = fields.find((each) => each.name === name.toLowerCase());
  const values = field?.type === "flag" ? ["yes", "no"] : field?.type === "text" ? valuesOf(field.name) : [];
  return values
    .filter((each) => each.toLowerCase().includes(value.replaceAll(/["*]/g, "").toLowerCase()) && each !== value)
    .slice(0, MOST)
    .map((each) => ({ text: /[\s()"]/.test(each) ? JSON.stringify(each) : each, detail: name, ...place }));
}

type Place = { readonly fields: readonly FilterField[]; readonly start: number; readonly end: number };

function fieldsFor(typed: string, { fields, start, end }: Place): readonly Completion[] {
  return fields
    .filter(({ name }) => name.startsWith(typed.toLowerCase()))
    .slice(0, MOST)
    .map(({ name, type, description }) => ({ text: `${name}${type === "number" ? ">" : ":"}`, detail: description, start, end }));
}
