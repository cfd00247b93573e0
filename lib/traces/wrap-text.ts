// Python's `\w`, `[^\d\W]` and the punctuation that counts as part of a word, for the parts of `TextWrapper.wordsep_re`.
const WORD = String.raw`[\p{L}\p{N}_]`;
const LETTER = String.raw`(?!\p{Nd})[\p{L}\p{N}_]`;
const BEFORE_DASH = String.raw`(?<=[\p{L}\p{N}_!"'&.,?])`;
const HYPHEN = `-(?:(?<=${LETTER}${LETTER}-)|(?<=${LETTER}-${LETTER}-))(?=${LETTER}-?${LETTER})`;
const CHUNK = new RegExp(`( +|${BEFORE_DASH}-{2,}(?=${WORD})|[^ ]+?(?:${HYPHEN}|(?= |$)|${BEFORE_DASH}(?=-{2,}${WORD})))`, "u");

/**
 * The first line of a text wrapped as Python's `textwrap.wrap(text, width)` does, for texts without other white space than blanks.
 * Source: CPython, Lib/textwrap.py; words that are too long break after their last hyphen that fits.
 */
export function wrapFirstLine(text: string, width: number): string {
  if (text.length <= width) return text.trimEnd();
  let line = "";
  for (const chunk of text.split(CHUNK).filter((part) => part !== "")) {
    if (line.length + chunk.length <= width) {
      line += chunk;
      continue;
    }
    // A word that does not fit at all still takes the place of the blank that would be dropped.
    if (chunk.length > width) return line + breakWord(chunk, width - line.length);
    break;
  }
  return line.trimEnd();
}

function breakWord(word: string, room: number): string {
  const hyphen = word.lastIndexOf("-", room - 1);
  const isUseful = hyphen > 0 && /[^-]/.test(word.slice(0, hyphen));
  return word.slice(0, isUseful ? hyphen + 1 : room);
}
