/** A field that a filter can name. */
export type FilterField = {
  readonly name: string;
  readonly type: "text" | "number" | "flag";
  readonly description: string;
};

export type Comparison = ":" | "!=" | "=" | ">" | ">=" | "<" | "<=";

/** What an expression says, as a tree; `text` values hold `*` for anything. */
export type Filter =
  | { readonly kind: "and" | "or"; readonly parts: readonly Filter[] }
  | { readonly kind: "not"; readonly part: Filter }
  | { readonly kind: "text"; readonly field: string; readonly pattern: string; readonly isExact: boolean }
  | {
      readonly kind: "number";
      readonly field: string;
      readonly comparison: "=" | "!=" | ">" | ">=" | "<" | "<=";
      readonly value: number;
    }
  | { readonly kind: "flag"; readonly field: string; readonly value: boolean };

/** What is wrong with an expression, and where: offsets in characters. */
export type FilterFault = { readonly message: string; readonly start: number; readonly end: number };

export type ParsedFilter =
  | { readonly ok: true; readonly filter: Filter | null }
  | { readonly ok: false; readonly fault: FilterFault };
