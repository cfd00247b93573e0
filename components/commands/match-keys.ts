export type KeyPress = {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
};

/** Whether a key press is the combination `keys`, such as `mod+k`; `mod` is Ctrl or ⌘. */
export function matchKeys(keys: string, press: KeyPress): boolean {
  const parts = keys.split("+");
  const wanted = parts.at(-1) ?? "";
  const mod = press.ctrlKey || press.metaKey;
  if (parts.includes("mod") !== mod || parts.includes("alt") !== press.altKey) return false;
  // A sign such as "?" already says which keys make it; only letters and named keys need Shift to be told apart.
  const isSign = wanted.length === 1 && !/[a-z]/.test(wanted);
  if (!isSign && parts.includes("shift") !== press.shiftKey) return false;
  return press.key.toLowerCase() === wanted;
}

/** Whether a combination is one character alone, which WCAG 2.1.4 wants to be able to turn off. */
export function isSingleCharacter(keys: string): boolean {
  return (keys.split("+").at(-1)?.length ?? 0) === 1 && !keys.includes("mod+") && !keys.includes("alt+");
}
