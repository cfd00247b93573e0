/**
 * The text with its middle replaced by `...` so that at most `limit` characters (code points, as Python counts) remain.
 * Source: PySnooper, `utils.truncate`.
 */
export function cutMiddle(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const left = Math.floor((limit - 3) / 2);
  const right = limit - 3 - left;
  if (!/[\ud800-\udfff]/.test(text)) return `${text.slice(0, left)}...${text.slice(-right)}`;
  const characters = [...text];
  if (characters.length <= limit) return text;
  return `${characters.slice(0, left).join("")}...${characters.slice(-right).join("")}`;
}
