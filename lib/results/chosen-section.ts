/** Section of contrasts that a reader chose: any arm against any. */
export const CHOSEN_SECTION = "chosen";
