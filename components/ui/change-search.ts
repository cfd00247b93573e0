/** A query as it stands in an address, with one value changed, or taken out where it is null; commas and tildes stay readable. */
export function changeSearch(search: string, name: string, value: string | null): string {
  const query = new URLSearchParams(search);
  if (value === null || value === "") query.delete(name);
  else query.set(name, value);
  const text = query.toString().replaceAll("%2C", ",").replaceAll("%7E", "~");
  return text === "" ? "" : `?${text}`;
}
