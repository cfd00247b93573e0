/** The given program is judged before the first round. */
export function roundTitle(number: number): string {
  return number === 0 ? "Given program" : `Round ${number}`;
}
