import { hashUnit } from "./hash-unit";

const swaps: Readonly<Record<string, string>> = {
  "<": "<=",
  "<=": "<",
  ">": ">=",
  ">=": ">",
  "==": "!=",
  "!=": "==",
  "+": "-",
  "-": "+",
  "*": "+",
  "//": "*",
  "%": "//",
  and: "or",
  or: "and",
  True: "False",
  False: "True",
  min: "max",
  max: "min",
};

// Strings and comments come first, so that nothing inside them is taken for code.
const token =
  /("""[\s\S]*?"""|'''[\s\S]*?'''|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|#[^\n]*)|(->|\*\*|[<>=!]=|\/\/|[<>+\-*%]|\b(?:and|or|True|False|min|max)\b|\b\d+\b)/g;

type Place = { readonly index: number; readonly text: string };

function placesOf(program: string): Place[] {
  const places: Place[] = [];
  for (const match of program.matchAll(token)) {
    const text = match[2];
    if (text !== undefined && (text in swaps || /^\d+$/.test(text))) places.push({ index: match.index, text });
  }
  return places;
}

/**
 * A Python program with one small seeded mistake: an operator, a constant or a name swapped for its neighbour. A program in which
 * nothing can be swapped answers nothing instead.
 */
export function mutateProgram(program: string, ...seed: readonly (string | number)[]): string {
  const places = placesOf(program);
  const place = places[Math.floor(hashUnit("mutate", ...seed) * places.length)];
  if (place === undefined) return program.replace(/\breturn\b[^\n]*/, "return None");
  const swapped = swaps[place.text] ?? String(Number(place.text) + 1);
  return program.slice(0, place.index) + swapped + program.slice(place.index + place.text.length);
}
