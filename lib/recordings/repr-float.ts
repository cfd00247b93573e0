/**
 * A float as Python's `repr` prints it: the shortest digits that read back the same, exponent form below 1e-4 and from 1e16 on.
 * Both languages choose the same digits; only the layout differs. Source: CPython, Python/pystrtod.c, `format_float_short`.
 */
export function reprFloat(value: number): string {
  const text = reprFloatPart(value);
  return /[.enf]/.test(text) ? text : `${text}.0`;
}

/** As `reprFloat`, without the `.0` of whole numbers, as the parts of a complex number are printed. */
export function reprFloatPart(value: number): string {
  if (Number.isNaN(value)) return "nan";
  if (!Number.isFinite(value)) return value > 0 ? "inf" : "-inf";
  if (value === 0) return Object.is(value, -0) ? "-0" : "0";
  const size = Math.abs(value);
  if (size >= 1e-4 && size < 1e16) return String(value);
  const [digits = "", exponent = ""] = value.toExponential().split("e");
  const sign = exponent.startsWith("-") ? "-" : "+";
  return `${digits}e${sign}${exponent.slice(1).padStart(2, "0")}`;
}

/** A complex number as Python's `repr` prints it. Source: CPython, Objects/complexobject.c, `complex_repr`. */
export function reprComplex(real: number, imaginary: number): string {
  const part = reprFloatPart(imaginary);
  if (Object.is(real, 0)) return `${part}j`;
  return `(${reprFloatPart(real)}${/^[-]/.test(part) ? "" : "+"}${part}j)`;
}
