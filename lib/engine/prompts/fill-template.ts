/**
 * Puts values into `{{name}}` places, once: text of a value is never taken for a place. Throws on a place without a value and on a value
 * without a place, so that nothing is silently left out of a prompt.
 */
export function fillTemplate(template: string, values: Readonly<Record<string, string>>): string {
  const used = new Set<string>();
  const filled = template.replaceAll(/\{\{(\w+)\}\}/g, (_place, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`The template has a place for "${name}", and there is no such value.`);
    used.add(name);
    return value;
  });
  const unused = Object.keys(values).filter((name) => !used.has(name));
  if (unused.length > 0) throw new Error(`The template has no place for ${unused.join(", ")}.`);
  return filled;
}
