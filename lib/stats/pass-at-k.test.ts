import { describe, expect, it } from "vitest";
import { passAtK } from "@/lib/stats/pass-at-k";

describe("passAtK", () => {
  // Exact fractions by Python's standard library.
  it.each([
    [10, 3, 1, 0.3],
    [10, 3, 5, 0.9166666666666666],
    [200, 17, 10, 0.5974489015799118],
    [200, 17, 100, 0.99999636769084],
    [5, 1, 5, 1],
    [1000, 3, 7, 0.02087408450534703],
  ])("of n = %d, c = %d at k = %d is %d", (samples, correct, k, expected) => {
    expect(passAtK({ samples, correct }, k)).toBeCloseTo(expected, 14);
  });

  it("is c/n at k = 1, the share that passes at k = n, and 0 or 1 at the ends", () => {
    for (let correct = 0; correct <= 7; correct += 1) {
      expect(passAtK({ samples: 7, correct }, 1)).toBeCloseTo(correct / 7, 15);
      expect(passAtK({ samples: 7, correct }, 7)).toBe(correct > 0 ? 1 : 0);
    }
    expect(passAtK({ samples: 100, correct: 0 }, 10)).toBe(0);
    expect(passAtK({ samples: 100, correct: 100 }, 10)).toBe(1);
  });

  it("is unknown where n < k, and without samples", () => {
    expect(passAtK({ samples: 4, correct: 4 }, 5)).toBeNull();
    expect(passAtK({ samples: 0, correct: 0 }, 1)).toBeNull();
  });

  it("refuses impossible counts", () => {
    expect(() => passAtK({ samples: 3, correct: 4 }, 1)).toThrow("There are 4 correct samples among only 3.");
    expect(() => passAtK({ samples: 3, correct: 1 }, 0)).toThrow(RangeError);
    expect(() => passAtK({ samples: 3, correct: 1.5 }, 1)).toThrow(RangeError);
  });
});
