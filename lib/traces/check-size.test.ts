import { describe, expect, test } from "vitest";
import { getAdapter } from "@/lib/adapters/registry";
import { recordPrograms } from "@/testing/record-programs";
import { checkSize } from "./check-size";
import { completeOptions } from "./complete-options";

const source = "def f(n):\n    seen = []\n    for i in range(n):\n        seen.append(i)\n    return len(seen)\n";

describe("the size of a rendering", () => {
  test.each(["next", "concise", "codeexecutor", "semcoder"])(
    "of %s is known to be too large before it is made",
    async (id) => {
      const [recording] = await recordPrograms([{ source, entry: { kind: "call", expression: "f(6000)" } }]);
      if (recording === undefined) throw new Error("the program was not recorded");
      const adapter = getAdapter(id);
      const sized = { adapter, options: completeOptions(adapter, {}), recording };
      const { length } = adapter.render(recording, sized.options).text;
      expect(() => checkSize(sized, length + 1)).not.toThrow();
      expect(() => checkSize(sized, length * 100)).not.toThrow();
      if (adapter.placement === "block") expect(() => checkSize(sized, Math.floor(length / 10))).toThrow("token budget");
    },
    60_000,
  );
});
