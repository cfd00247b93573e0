import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";

type Source = { readonly file: string; readonly lines: number; readonly imports: readonly string[]; readonly text: string };

const listed = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", "*.ts", "*.tsx"], {
  encoding: "utf8",
});
const sources: Source[] = listed
  .split("\n")
  .filter((file) => file !== "" && !file.includes("/generated/"))
  .flatMap((file) => {
    try {
      const text = readFileSync(file, "utf8");
      return [{ file, text, lines: text.split("\n").length - 1, imports: importsOf(file, text) }];
    } catch {
      return [];
    }
  });
const production = sources.filter(({ file }) => !/\.test\.tsx?$/.test(file));

/** The targets of a file's imports; those inside the project as paths from its root. */
function importsOf(file: string, text: string): string[] {
  const found = text.matchAll(
    /(?:^|\n)\s*(?:import|export)\s[^"'`;]*?from\s+["']([^"']+)["']|import\(\s*["']([^"']+)["']\s*\)|(?:^|\n)import\s+["']([^"']+)["']/g,
  );
  return [...found].map((match) => {
    const target = match[1] ?? match[2] ?? match[3] ?? "";
    if (target.startsWith("@/")) return target.slice(2);
    return target.startsWith(".") ? path.join(path.dirname(file), target) : target;
  });
}

/** Files of `files` that import something for which `forbidden` says yes, as `file imports target`. */
function offenders(files: readonly Source[], forbidden: (target: string, file: string) => boolean): string[] {
  return files.flatMap(({ file, imports }) =>
    imports.filter((target) => forbidden(target, file)).map((target) => `${file} imports ${target}`),
  );
}

const inFolder = (...folders: string[]) =>
  production.filter(({ file }) => folders.some((folder) => file.startsWith(`${folder}/`)));

describe("imports point one way: app → components → lib", () => {
  test("components do not import pages, because a page is only an address", () => {
    expect(offenders(inFolder("components"), (target) => target.startsWith("app/"))).toEqual([]);
  });
  test("lib imports neither pages nor components, so that it can run without a browser", () => {
    expect(offenders(inFolder("lib"), (target) => /^(app|components)\//.test(target))).toEqual([]);
  });
  test("production never imports the helpers of tests", () => {
    const files = production.filter(({ file }) => !/^(testing|e2e)\//.test(file) && !file.endsWith(".config.ts"));
    expect(offenders(files, (target) => /^(testing|e2e)\//.test(target))).toEqual([]);
  });
});

describe("pure folders stay pure, so that a number can be computed again anywhere", () => {
  const pure = [
    ...inFolder("lib/adapters", "lib/stats", "lib/traces"),
    ...production.filter(({ file }) => file === "lib/engine/plan.ts"),
  ];
  test("no React, Next, Prisma, database or server module", () => {
    const impure = /^(react|next|@prisma|pg|pg-boss|node:fs|node:child_process|lib\/database)(\/|$)/;
    expect(offenders(pure, (target) => impure.test(target))).toEqual([]);
  });
  test("no clock and no unseeded randomness", () => {
    const found = pure.filter(({ text }) => /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bperformance\.now\(/.test(text));
    expect(found.map(({ file }) => file)).toEqual([]);
  });
});

describe("each thing has one place", () => {
  test("only data files, the database folder, jobs and the commands' opening of it speak Prisma: rows become domain objects there", () => {
    const files = production.filter(
      ({ file }) =>
        !/\/data(-[a-z-]+)?\.ts$|^lib\/database\/|^lib\/jobs\/|^lib\/commands\/with-database|^prisma\/|^testing\/|^bench\//.test(
          file,
        ),
    );
    expect(
      offenders(files, (target) => /lib\/database\/(client|generated)/.test(target) && !/scripts\//.test(target)).filter(
        (line) => !line.startsWith("scripts/"),
      ),
    ).toEqual([]);
  });
  test("the browser never imports a data file", () => {
    const client = production.filter(({ text }) => /^["']use client["']/.test(text));
    expect(offenders(client, (target) => /\/data$/.test(target) || target.startsWith("lib/database"))).toEqual([]);
  });
  test("server actions are not used: there is one transport, REST", () => {
    expect(production.filter(({ text }) => /^\s*["']use server["']/m.test(text)).map(({ file }) => file)).toEqual([]);
  });
});

describe("files stay small enough to read", () => {
  test("no file over 300 lines", () => {
    expect(sources.filter(({ lines }) => lines > 300).map(({ file, lines }) => `${file}: ${lines}`)).toEqual([]);
  });
  test("a page loads and hands over, a route handler parses, calls and answers: 40 lines with imports", () => {
    const long = production.filter(
      ({ file, lines }) => (/^app\/.*\/?page\.tsx$/.test(file) && lines > 40) || (/^app\/.*route\.ts$/.test(file) && lines > 40),
    );
    expect(long.map(({ file, lines }) => `${file}: ${lines}`)).toEqual([]);
  });
  test("no drawers for everything, no barrels", () => {
    const drawers = /(^|\/)(utils?|helpers?|misc|types|constants|common|index)\.tsx?$/;
    expect(production.filter(({ file }) => drawers.test(file)).map(({ file }) => file)).toEqual([]);
  });
  test("types are not switched off", () => {
    const off = /@ts-(ignore|nocheck|expect-error)|\bas any\b|:\s*any\b/;
    expect(production.filter(({ text }) => off.test(text)).map(({ file }) => file)).toEqual([]);
  });
});
