import { describe, expect, it } from "vitest";
import { passAllK } from "@/lib/stats/pass-all-k";

describe("passAllK", () => {
  // Exact fractions by Python's standard library.
  it.each([
    [10, 3, 1, 0.3],
    [10, 3, 2, 3 / 45],
    [200, 17, 10, 8.662418719590339e-13],
    [5, 5, 5, 1],
    [5, 4, 5, 0],
    [5, 0, 2, 0],
  ])("of n = %d, c = %d at k = %d is %d", (samples, correct, k, expected) => {
    const value = passAllK({ samples, correct }, k);
    expect(value).toBeCloseTo(expected, 14);
    if (expected > 0) expect((value ?? 0) / expected).toBeCloseTo(1, 13);
  });

  it("is unknown where n < k", () => {
    expect(passAllK({ samples: 2, correct: 2 }, 3)).toBeNull();
  });

  it("refuses impossible counts", () => {
    expect(() => passAllK({ samples: 3, correct: 4 }, 1)).toThrow(RangeError);
  });
});
