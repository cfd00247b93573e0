import { reprBytes } from "@/lib/recordings/repr-bytes";
import { reprComplex, reprFloat } from "@/lib/recordings/repr-float";
import { reprString } from "@/lib/recordings/repr-string";
import type { DataValue } from "./data-value";

function list(items: readonly DataValue[]): string {
  return items.map(reprDataValue).join(", ");
}

/** Python reads no longer decimal number (`sys.int_info.default_max_str_digits`), and writing one takes a second per megabit. */
const MOST_DECIMAL_BITS = 14_000n;

function intSource(value: bigint): string {
  const size = value < 0n ? -value : value;
  if (size >> MOST_DECIMAL_BITS === 0n) return value.toString();
  return `${value < 0n ? "-" : ""}0x${size.toString(16)}`;
}

function floatSource(value: number): string {
  return Number.isFinite(value) ? reprFloat(value) : `float('${reprFloat(value)}')`;
}

/** Python source of a value; evaluated it is that value again, but for `opaque` ones. */
export function reprDataValue(value: DataValue): string {
  switch (value.kind) {
    case "none":
      return "None";
    case "ellipsis":
      return "Ellipsis";
    case "bool":
      return value.value ? "True" : "False";
    case "int":
      return intSource(value.value);
    case "float":
      return floatSource(value.value);
    case "complex":
      return reprComplex(value.real, value.imaginary);
    case "str":
      return reprString(value.value);
    case "bytes":
      return reprBytes(value.value);
    case "bytearray":
      return `bytearray(${reprBytes(value.value)})`;
    case "list":
      return `[${list(value.items)}]`;
    case "tuple":
      return value.items.length === 1 ? `(${list(value.items)},)` : `(${list(value.items)})`;
    case "set":
      return value.items.length === 0 ? "set()" : `{${list(value.items)}}`;
    case "frozenset":
      return value.items.length === 0 ? "frozenset()" : `frozenset({${list(value.items)}})`;
    case "range":
      return `range(${list(value.items)})`;
    case "iterator":
      return `iter([${list(value.items)}])`;
    case "dict":
      return `{${value.entries.map(([key, item]) => `${reprDataValue(key)}: ${reprDataValue(item)}`).join(", ")}}`;
    case "opaque":
      return `<${value.typeName} object>`;
  }
}
