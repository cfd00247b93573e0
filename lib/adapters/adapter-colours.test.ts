import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { listAdapters } from "@/lib/adapters/registry";

const css = readFileSync(path.resolve(import.meta.dirname, "../../app/globals.css"), "utf8");
const [light = "", dark = ""] = [...css.matchAll(/--paper: #[\s\S]*?\}/g)].map(([block]) => block);
const families = [...new Set(listAdapters().map(({ colour }) => colour))];

// The marks are small pictures with a text beside them; 3:1 is what WCAG asks of those.
const LEAST_CONTRAST = 3;
// Between colours as people without red, green or blue receptors see them (CIE 1976); below it they are one colour.
const LEAST_DIFFERENCE = 8;

// Machado, Oliveira, Fernandes 2009, severity 1.
const visions: Readonly<Record<string, readonly (readonly number[])[]>> = {
  full: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

describe.each([
  ["light", light],
  ["dark", dark],
])("in the %s theme", (_, block) => {
  test.each(families)("%s stands out from what it lies on", (family) => {
    const [a = 0, b = 0] = [readLuminance(block, family), readLuminance(block, "surface")].sort((x, y) => y - x);
    expect((a + 0.05) / (b + 0.05)).toBeGreaterThanOrEqual(LEAST_CONTRAST);
  });

  test.each(Object.keys(visions))("no two families look the same with %s", (vision) => {
    const close = families.flatMap((one, index) =>
      families.slice(index + 1).flatMap((other) => {
        const [a, b] = [toLab(see(readColour(block, one), vision)), toLab(see(readColour(block, other), vision))];
        const difference = Math.hypot(...a.map((value, axis) => value - (b[axis] ?? 0)));
        return difference < LEAST_DIFFERENCE ? [`${one} and ${other}: ${difference.toFixed(1)}`] : [];
      }),
    );
    expect(close).toEqual([]);
  });
});

test("no two adapters have the same mark", () => {
  const marks = listAdapters().map(({ colour, glyph }) => `${colour} ${glyph}`);
  expect(new Set(marks).size).toBe(marks.length);
  const glyphs = listAdapters().map(({ glyph }) => glyph);
  expect(new Set(glyphs).size).toBe(glyphs.length);
});

/** Linear red, green and blue from 0 to 1. */
function readColour(block: string, name: string): readonly number[] {
  const hex = block.match(new RegExp(`--${name}: #([0-9a-f]{6});`))?.[1];
  if (hex === undefined) throw new Error(`There is no colour --${name}.`);
  return [0, 2, 4].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
}

function readLuminance(block: string, name: string): number {
  const [red = 0, green = 0, blue = 0] = readColour(block, name);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function see(colour: readonly number[], vision: string): readonly number[] {
  const rows = visions[vision] ?? [];
  return rows.map((row) =>
    Math.min(
      1,
      Math.max(
        0,
        row.reduce((sum, part, axis) => sum + part * (colour[axis] ?? 0), 0),
      ),
    ),
  );
}

function toLab([red = 0, green = 0, blue = 0]: readonly number[]): readonly number[] {
  const root = (t: number): number => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116);
  const x = root((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047);
  const y = root(0.2126 * red + 0.7152 * green + 0.0722 * blue);
  const z = root((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}
