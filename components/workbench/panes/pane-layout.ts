/** Columns and rows for a number of panes: side by side up to three, then two rows. */
export function paneLayout(count: number): { readonly columns: number; readonly rows: number } {
  if (count <= 3) return { columns: count, rows: 1 };
  return { columns: Math.ceil(count / 2), rows: 2 };
}
