/** Decoding speed: recordings of five programs, steps per second. Run with: npx tsx bench/decode.ts [--json FILE] */
import { writeFileSync } from "node:fs";
import { decodeRecording } from "@/lib/recordings/decode-recording";
import { defaultLimits } from "@/lib/recordings/schema";
import { createPool } from "@/lib/runner/runner-pool";

const programs: Readonly<Record<string, string>> = {
  "integer loop": "s = 0\nfor i in range(400000):\n    s += i\n",
  "bubble sort": `def sort(n):
    a = [(i * 7919) % 1009 for i in range(n)]
    for i in range(n):
        for j in range(n - 1 - i):
            if a[j] > a[j + 1]:
                a[j], a[j + 1] = a[j + 1], a[j]
    return a
for _ in range(10):
    sort(200)
`,
  recursion: "def fib(n):\n    if n < 2:\n        return n\n    return fib(n - 1) + fib(n - 2)\nfib(22)\n",
  strings: "s = ''\nfor i in range(150000):\n    s += str(i)\n    if len(s) > 500:\n        s = s[100:]\n",
  classes: `class Counter:
    def __init__(self):
        self.total = 0
        self.seen = {}
    def add(self, key):
        self.seen[key % 50] = self.seen.get(key % 50, 0) + 1
        self.total += 1
counter = Counter()
for key in range(60000):
    counter.add(key)
`,
};

const limits = { ...defaultLimits, steps: 5_000_000, recordingBytes: 200 * 2 ** 20, wallMs: 120_000, cpuMs: 120_000 };
const pool = await createPool({});
const rows = [];
for (const [program, source] of Object.entries(programs)) {
  const recorded = await pool.record({ source, entry: { kind: "script", stdin: "" }, limits, priority: "interactive" });
  const times = [1, 2, 3].map(() => {
    const start = performance.now();
    decodeRecording(recorded);
    return performance.now() - start;
  });
  const ms = Math.min(...times);
  const steps = decodeRecording(recorded).steps.length;
  rows.push({
    program,
    steps,
    bytesPerStep: recorded.stream.byteLength / steps,
    milliseconds: Math.round(ms),
    stepsPerSecond: Math.round((steps / ms) * 1000),
  });
}
await pool.close();
console.table(rows);
const target = process.argv.indexOf("--json");
if (target > 0) writeFileSync(process.argv[target + 1] ?? "decode.json", JSON.stringify(rows, null, 2));
