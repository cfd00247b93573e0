export type NumberRange = {
  readonly minimum: number;
  readonly maximum: number;
  /** Whether parts of one are taken. */
  readonly decimal?: true;
  /** What an empty field means; without it a number is needed. */
  readonly empty?: string;
};

/** A typed number (null: left empty, where that means something), or a sentence of what is wanted instead. */
export type Reading = { readonly value: number | null; readonly fault: null } | { readonly value: null; readonly fault: string };

/** Reads what was typed into a number field. A comma is a decimal sign, unless it may as well part thousands. */
export function readNumber(typed: string, range: NumberRange): Reading {
  const { minimum, maximum, decimal, empty } = range;
  const text = typed.trim();
  if (text === "" && empty !== undefined) return { value: null, fault: null };
  if (decimal === true && /^[1-9]\d{0,2},\d{3}$/.test(text)) {
    return { value: null, fault: `Write ${text.replace(",", "")} or ${text.replace(",", ".")}.` };
  }
  const number = (decimal === true ? /^\d*[.,]?\d+$/ : /^\d+$/).test(text) ? Number(text.replace(",", ".")) : Number.NaN;
  if (number >= minimum && number <= maximum) return { value: number, fault: null };
  const kind = decimal === true ? "A number" : "A whole number";
  return { value: null, fault: `${kind} from ${minimum} to ${maximum.toLocaleString("en")}.` };
}
