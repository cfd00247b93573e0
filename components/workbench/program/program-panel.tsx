"use client";
import { useQuery } from "@tanstack/react-query";
import { ChevronDown } from "lucide-react";
import { useMemo } from "react";
import { CodeEditor, type LineLook } from "@/components/code/code-editor";
import { Button } from "@/components/ui/button";
import { Menu, MenuItem, MenuLabel } from "@/components/ui/menu";
import { examplesQuery } from "@/lib/examples/queries";
import type { Example } from "@/lib/examples/schema";
import { usePointing, useProgram, useStepping, useWorkbench } from "../workbench-context";

type Mark = { from: number; to: number; look: LineLook };

/** The source, with the line of the open step, of what is pointed at, and of an error. */
export function ProgramPanel({ onCursorLine }: { onCursorLine: (line: number) => void }) {
  const { dispatch, recorder, recording, timeline, isStale, readOnly } = useWorkbench();
  const program = useProgram();
  const { step } = useStepping();
  const { pointed, setPointed } = usePointing();
  const stepLine = timeline === null || step === null || isStale ? null : (timeline.lines[step] ?? null);
  const error = recording?.end.error ?? null;
  const errorLine = !isStale && error?.file === "program" ? error.line : null;
  const lines = useMemo(() => {
    const marks: Mark[] = [];
    if (errorLine !== null) marks.push({ from: errorLine, to: errorLine, look: "error" });
    if (stepLine !== null) marks.push({ from: stepLine, to: stepLine, look: "step" });
    if (!isStale && pointed?.line != null && pointed.line !== stepLine)
      marks.push({ from: pointed.line, to: pointed.line, look: "hover" });
    return marks;
  }, [stepLine, errorLine, pointed, isStale]);
  const problems = useMemo(
    () => (errorLine === null || error === null ? [] : [{ line: errorLine, message: `${error.type}: ${error.message}` }]),
    [errorLine, error],
  );
  const open = ({ source, entry }: Example) => {
    dispatch({ type: "program-opened", program: { source, entry } });
    recorder.record({ source, entry });
  };
  return (
    <section aria-label="Program" className="flex h-full min-h-0 flex-col">
      <div className="flex h-9 shrink-0 items-center gap-2 border-b border-line pr-1 pl-3">
        <h2 className="truncate font-semibold">Program</h2>
        <span className="text-faint">Python</span>
        <span className="grow" />
        {readOnly ? null : <ExamplesMenu onOpen={open} />}
      </div>
      <div className="min-h-0 grow">
        <CodeEditor
          label="Python program"
          value={program.source}
          onChange={(source) => dispatch({ type: "source-edited", source })}
          readOnly={readOnly}
          lines={lines}
          problems={problems}
          revealLine={stepLine ?? errorLine}
          onCursorLine={(line) => {
            onCursorLine(line);
            setPointed({ step: null, line });
          }}
          onPointLine={(line) => setPointed(line === null ? null : { step: null, line })}
        />
      </div>
    </section>
  );
}

function ExamplesMenu({ onOpen }: { onOpen: (example: Example) => void }) {
  const examples = useQuery(examplesQuery());
  return (
    <Menu
      trigger={
        <Button look="quiet">
          Examples <ChevronDown size={12} aria-hidden />
        </Button>
      }
    >
      <MenuLabel>Programs to try things on</MenuLabel>
      {(examples.data ?? []).map((example) => (
        <MenuItem key={example.slug} detail={example.description} onSelect={() => onOpen(example)}>
          {example.title}
        </MenuItem>
      ))}
      {examples.isError ? <p className="px-2 py-1 text-bad">{examples.error.message}</p> : null}
    </Menu>
  );
}
