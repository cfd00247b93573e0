/** What fits of a name beside a row that is drawn. */
const MOST = 46;

/** A name as it is written beside a drawn row, its end left out where it is too long. */
export function shorten(name: string): string {
  return name.length <= MOST ? name : `${name.slice(0, MOST - 1)}…`;
}
