import { expect, test } from "vitest";
import { hintPlace } from "./hint-place";

const window = { width: 400, height: 300 };
const hint = { width: 100, height: 40 };
const trigger = { left: 180, top: 150, width: 40, height: 20 };

test.each([
  ["above its trigger, in the middle", trigger, { left: 150, top: 110 }],
  ["below where there is no room above", { ...trigger, top: 20 }, { left: 150, top: 40 }],
  ["within the left side", { ...trigger, left: 0 }, { left: 8, top: 110 }],
  ["within the right side", { ...trigger, left: 370 }, { left: 292, top: 110 }],
])("a hint stands %s", (_where, box, place) => {
  expect(hintPlace(box, hint, window)).toEqual(place);
});
