import { expect, test } from "vitest";
import { oneOf } from "./one-of";

test("one of the values is taken as it is, anything else is not", () => {
  const theme = oneOf("light", "dark");
  expect(theme.safeParse("dark")).toEqual({ success: true, data: "dark" });
  for (const other of ["blue", null, undefined, 0, { light: true }]) expect(theme.safeParse(other)).toEqual({ success: false });
  expect(oneOf(true, false).safeParse(false)).toEqual({ success: true, data: false });
});
