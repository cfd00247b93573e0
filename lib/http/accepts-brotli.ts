/** Whether an Accept-Encoding header takes brotli: named with a quality above 0, or else covered by `*`. */
export function acceptsBrotli(header: string | null): boolean {
  const qualities = new Map<string, number>();
  for (const part of (header ?? "").split(",")) {
    const [name = "", ...parameters] = part.split(";").map((text) => text.trim().toLowerCase());
    const quality = parameters.find((text) => text.startsWith("q="));
    qualities.set(name, quality === undefined ? 1 : Number(quality.slice(2)));
  }
  return (qualities.get("br") ?? qualities.get("*") ?? 0) > 0;
}
