const MAXIMUM_CHARACTERS = 80;

/** Nothing in these lines says what the program is about. */
const silent = /^(#|@|"""|'''|(from|import)\b|$)/;
/** Runs of spaces; controls, and the marks that turn the direction of text: they would act on the list that shows the title. */
const unprintable = /[\s\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]+/gu;

/** First line of the source that says something, for lists. */
export function programTitle(source: string): string {
  const lines = source.split(/\r?\n|\r/).map((line) => line.replace(unprintable, " ").trim());
  const line = lines.find((text) => !silent.test(text)) ?? lines.find((text) => text !== "") ?? "Empty program";
  const characters = [...line];
  return characters.length <= MAXIMUM_CHARACTERS ? line : `${characters.slice(0, MAXIMUM_CHARACTERS - 1).join("")}…`;
}
