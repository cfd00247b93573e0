/**
 * Test code as one text per `assert` that stands at the beginning of a line, each with the lines before it that are not part of another and
 * those after it that go on with it. Code without such an assert is one test.
 */
export function splitAsserts(code: string): string[] {
  const tests: string[] = [];
  let lines: string[] = [];
  let hasAssert = false;
  const end = () => {
    if (lines.some((line) => line.trim() !== "")) tests.push(lines.join("\n").trim());
    lines = [];
    hasAssert = false;
  };
  for (const line of code.split("\n")) {
    const goesOn = /^(?:[ \t]|[)\]}])/.test(line) || line.trim() === "";
    if (hasAssert && !goesOn) end();
    lines.push(line.trimEnd());
    if (/^assert\b/.test(line)) hasAssert = true;
  }
  if (hasAssert || tests.length === 0) end();
  return tests;
}
