import { expect, test } from "vitest";
import { armData, reportOn } from "@/testing/arm-data";

const control = armData({ condition: "code", problems: ["+", "+", "-", "-", "!", "+", "-", "+"] });
const traced = armData({
  condition: "trace:next@tracewise",
  controlKey: "code",
  problems: ["+", "+", "+", "-", "+", "!", "-", "+"],
  delivered: [true, true, true, true, true, true, false, false],
  totals: { wanted: 8, delivered: 6 },
});

test("an estimate of delivered problems alone says how many of them it had to leave out, at the power asked for", () => {
  const [contrast] = reportOn([control, traced], { power: 0.9 }).contrasts;
  // t4 has no outcome in the control, t5 none in the arm; t6 and t7 held no trace and are not its business.
  expect(contrast?.deliveredOnly).toMatchObject({ problems: 4, dropped: 2, difference: 0.25 });
  // t6 and t7, alike in both: what is not the trace's doing.
  expect(contrast?.undeliveredOnly).toMatchObject({ problems: 2, dropped: 0, difference: 0 });
  expect(contrast?.undeliveredOnly?.sentence).toContain("m, where no trace was delivered (post hoc): 0.0 points");
  expect(contrast?.undeliveredOnly?.words).toContain("did not hold the treatment");
  expect(contrast?.deliveredOnly?.sentence).toContain("N = 4 (2 dropped, not known in both)");
  expect(contrast?.deliveredOnly?.sentence).toContain("with 90 % power");
});
