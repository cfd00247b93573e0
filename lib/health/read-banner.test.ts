import { expect, test } from "vitest";
import { readBanner } from "./read-banner";
import { healthSchema } from "./schema";

test.each([
  ["a sentence", { banner: "Programs are not run." }, "Programs are not run."],
  ["nothing to say", { banner: null, status: "ok" }, null],
])("reads %s", (_what, answer, banner) => {
  expect(readBanner(answer)).toBe(banner);
});

test.each([undefined, null, "ok", {}, { banner: 1 }])("refuses %o", (answer) => {
  expect(() => readBanner(answer)).toThrow("no banner");
});

test("the full schema has the banner in the same place", () => {
  expect(healthSchema.shape.banner.safeParse("A sentence.").success).toBe(true);
  expect(healthSchema.shape.banner.safeParse(null).success).toBe(true);
});
