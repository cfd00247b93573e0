import type { DataValue } from "./data-value";
import { reprDataValue } from "./repr-data-value";

/** An answer may be megabytes long, and there is one for each test. */
const MOST_VALUE_CHARACTERS = 2_000;
const MOST_OUTPUT_CHARACTERS = 100_000;
const CUT = "…";

function cut(text: string, most: number): string {
  return text.length > most ? text.slice(0, most) + CUT : text;
}

type Room = { left: number };

/** Takes so much of a value as fills the room: each part of it has at least one character, and a text has all of its own. */
function abridge(value: DataValue, room: Room): DataValue {
  room.left -= 1;
  if (value.kind === "str") {
    const part = value.value.slice(0, room.left + 1);
    room.left -= part.length;
    return { kind: "str", value: part };
  }
  if (value.kind === "bytes" || value.kind === "bytearray") {
    const part = value.value.subarray(0, room.left + 1);
    room.left -= part.byteLength;
    return { kind: value.kind, value: part };
  }
  if (value.kind === "dict") {
    const takeBoth = ([key, item]: readonly [DataValue, DataValue]) => [abridge(key, room), abridge(item, room)] as const;
    return { kind: "dict", entries: firstOf(value.entries, room, takeBoth) };
  }
  return "items" in value ? { kind: value.kind, items: firstOf(value.items, room, (item) => abridge(item, room)) } : value;
}

function firstOf<T, U>(items: readonly T[], room: Room, take: (item: T) => U): U[] {
  const taken: U[] = [];
  for (const item of items) {
    if (room.left < 0) break;
    taken.push(take(item));
  }
  return taken;
}

/** The beginning of a value's `repr`, in time that does not depend on how large the value is. */
export function showValue(value: DataValue): string {
  return cut(reprDataValue(abridge(value, { left: MOST_VALUE_CHARACTERS })), MOST_VALUE_CHARACTERS);
}

/** The beginning of what a script wrote. */
export function showOutput(text: string): string {
  return cut(text, MOST_OUTPUT_CHARACTERS);
}

/** Whether `shown` is a text as this module shows it. */
export function isShownOf(shown: string, text: string): boolean {
  if (shown === text) return true;
  const most = shown.length - CUT.length;
  if (most !== MOST_VALUE_CHARACTERS && most !== MOST_OUTPUT_CHARACTERS) return false;
  return shown === cut(text, most);
}
