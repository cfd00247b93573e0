/** The sentence for every page out of an answer about the server's health, null when all is well. Throws on an answer that has none. */
export function readBanner(answer: unknown): string | null {
  const banner: unknown = typeof answer === "object" && answer !== null ? Reflect.get(answer, "banner") : undefined;
  if (banner !== null && typeof banner !== "string") throw new TypeError("The server's answer about its health has no banner.");
  return banner;
}
