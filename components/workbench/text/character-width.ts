/** Width in pixels of a character of a trace: the product's own monospaced font at 12 px. */
export const CHARACTER = 7.2;
