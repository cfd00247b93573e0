/** The contrasts that a reader chose, one arm against another each. */
export const CHOSEN_SECTION = "chosen";
