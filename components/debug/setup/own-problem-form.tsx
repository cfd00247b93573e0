"use client";
import { Plus, X } from "lucide-react";
import { useId, useRef } from "react";
import { CodeEditor } from "@/components/code/code-editor";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Select } from "@/components/ui/select";
import { TextArea, TextField } from "@/components/ui/text-field";
import type { OwnProblem } from "@/lib/debug/schema";

type Props = { own: OwnProblem; onChange: (own: OwnProblem) => void };
type Tests = OwnProblem["tests"];

const kinds = [
  { value: "calls", label: "Calls and values", detail: "A call of the function and the value it should return." },
  { value: "asserts", label: "Asserts", detail: "Python statements; each assert at the beginning of a line is a test." },
] as const;

/** A program of the reader's own, what it should do, and how one can tell. */
export function OwnProblemForm({ own, onChange }: Props) {
  const id = useId();
  const typed = useRef<Record<Tests["kind"], Tests>>({
    calls: { kind: "calls", rows: [{ call: "", expected: "" }] },
    asserts: { kind: "asserts", code: "" },
  });
  typed.current[own.tests.kind] = own.tests;
  const setTests = (tests: Tests) => onChange({ ...own, tests });
  return (
    <div className="grid gap-3">
      <div className="grid gap-1">
        <label htmlFor={id} className="text-xs text-soft">
          What it should do; may stay empty
        </label>
        <TextArea
          id={id}
          rows={2}
          value={own.description}
          onChange={(event) => onChange({ ...own, description: event.target.value })}
        />
      </div>
      <div className="grid gap-1">
        <span className="text-xs text-soft">The program; left empty, one is to be written</span>
        <div className="h-64 overflow-hidden rounded-md border border-control/70">
          <CodeEditor label="Program to repair" value={own.program} onChange={(program) => onChange({ ...own, program })} />
        </div>
      </div>
      <div className="grid gap-1.5">
        <div className="flex items-center justify-between gap-2">
          <h3 className="text-xs text-soft">Tests, all visible</h3>
          <Select
            look="quiet"
            label="Kind of tests"
            value={own.tests.kind}
            choices={kinds}
            onChange={(kind) => setTests(typed.current[kind === "asserts" ? "asserts" : "calls"])}
          />
        </div>
        {own.tests.kind === "calls" ? (
          <Calls rows={own.tests.rows} onChange={(rows) => setTests({ kind: "calls", rows: [...rows] })} />
        ) : (
          <TextArea
            aria-label="Asserts"
            rows={5}
            className="font-mono text-xs"
            placeholder="assert f(2) == 4"
            value={own.tests.code}
            onChange={(event) => setTests({ kind: "asserts", code: event.target.value })}
          />
        )}
      </div>
    </div>
  );
}

type Row = { readonly call: string; readonly expected: string };

function Calls({ rows, onChange }: { rows: readonly Row[]; onChange: (rows: readonly Row[]) => void }) {
  const change = (index: number, part: Partial<Row>) =>
    onChange(rows.map((row, at) => (at === index ? { ...row, ...part } : row)));
  return (
    <>
      <ul className="grid gap-1.5">
        {rows.map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name but their place, and none of their own state
          <li key={index} className="flex items-center gap-1.5">
            <TextField
              aria-label={`Call ${index + 1}`}
              className="w-3/5 grow font-mono text-xs"
              placeholder="f(1, 2)"
              value={row.call}
              onChange={(event) => change(index, { call: event.target.value })}
            />
            <span aria-hidden className="text-faint">
              ==
            </span>
            <TextField
              aria-label={`Expected value ${index + 1}`}
              className="w-2/5 font-mono text-xs"
              placeholder="3"
              value={row.expected}
              onChange={(event) => change(index, { expected: event.target.value })}
            />
            <IconButton label={`Remove test ${index + 1}`} onClick={() => onChange(rows.filter((_, at) => at !== index))}>
              <X size={14} aria-hidden />
            </IconButton>
          </li>
        ))}
      </ul>
      <Button
        look="quiet"
        size="small"
        className="justify-self-start"
        disabled={rows.length >= 200}
        onClick={() => onChange([...rows, { call: "", expected: "" }])}
      >
        <Plus size={14} aria-hidden /> Add a test
      </Button>
    </>
  );
}
