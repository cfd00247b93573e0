import { describe, expect, it } from "vitest";
import { estimatePassAtK } from "@/lib/stats/estimate-pass-at-k";

const problems = [
  { samples: 10, correct: 3 },
  { samples: 10, correct: 10 },
  { samples: 10, correct: 0 },
  { samples: 20, correct: 4 },
];

describe("estimatePassAtK", () => {
  it("averages over problems, each counting once, whatever its number of samples", () => {
    expect(estimatePassAtK({ problems, k: 1 })?.mean).toBeCloseTo((0.3 + 1 + 0 + 0.2) / 4, 14);
    expect(estimatePassAtK({ problems, k: 1 })).toMatchObject({ problems: 4, method: "t" });
    expect(estimatePassAtK({ problems, k: 5 })?.mean).toBeGreaterThan(0.375);
    expect(estimatePassAtK({ problems, k: 2, pass: "all" })?.mean).toBeCloseTo((3 / 45 + 1 + 0 + 6 / 190) / 4, 14);
  });

  it("is a dash where any problem has fewer than k samples", () => {
    expect(estimatePassAtK({ problems, k: 11 })).toBeNull();
    expect(estimatePassAtK({ problems: [...problems, { samples: 0, correct: 0 }], k: 1 })).toBeNull();
  });

  it("has Wilson's interval for one sample per problem", () => {
    const greedy = [1, 0, 1, 1].map((correct) => ({ samples: 1, correct }));
    expect(estimatePassAtK({ problems: greedy, k: 1 })?.method).toBe("wilson");
  });

  it("refuses no problems", () => {
    expect(() => estimatePassAtK({ problems: [], k: 1 })).toThrow("There are no problems, so pass@1 cannot be estimated.");
  });
});
