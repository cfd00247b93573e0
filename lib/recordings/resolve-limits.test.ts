import { expect, test } from "vitest";
import { maximumLimits, resolveLimits } from "./resolve-limits";
import { defaultLimits } from "./schema";

test("what is not asked for has its default", () => {
  expect(resolveLimits({ steps: 10 }, maximumLimits({}))).toEqual({ ...defaultLimits, steps: 10 });
});

test("exactly the maximum is given, more is refused with the place", () => {
  const maximum = maximumLimits({ steps: 500_000 });
  expect(resolveLimits({ steps: 500_000 }, maximum).steps).toBe(500_000);
  expect(() => resolveLimits({ steps: 500_001, wallMs: 600_000 }, maximum)).toThrow(
    expect.objectContaining({
      code: "over_limit",
      details: {
        faults: [
          { path: "limits.wallMs", message: "at most 60000 on this server" },
          { path: "limits.steps", message: "at most 500000 on this server" },
        ],
      },
    }),
  );
});

test("an operator's maximum below the default lowers the default", () => {
  expect(resolveLimits({}, maximumLimits({ wallMs: 2_000 })).wallMs).toBe(2_000);
});
