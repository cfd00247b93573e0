/** What is drawn in one colour. Values and limits are percentages. */
export type Series = {
  readonly id: string;
  readonly title: string;
  readonly colour: string;
  /** Lines of arms that share a colour differ in their dashes. */
  readonly dash?: string;
  readonly points: readonly { readonly x: number; readonly y: number; readonly low: number; readonly high: number }[];
};

const dashes = ["", "6 3", "2 3", "8 3 2 3", "4 2"];

/** A dash for the nth line of a colour. */
export function dashOf(index: number): string {
  return dashes[index % dashes.length] ?? "";
}
