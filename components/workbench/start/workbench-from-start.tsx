"use client";
import { useEffect, useEffectEvent, useMemo } from "react";
import { readStored } from "@/components/ui/use-stored";
import { initialPanes, panesKey, rememberedSchema } from "../remembered-panes";
import { Workbench } from "../workbench";
import { useProgram, useStepping, useWorkbench } from "../workbench-context";
import { WorkbenchProvider } from "../workbench-provider";
import { type WorkbenchState, withKeys } from "../workbench-state";
import type { Start } from "./start";
import { writeAddress } from "./use-address";

type Props = { start: Start; readOnly?: boolean; keepsAddress?: boolean };

/** A workbench with what it opens with. */
export function WorkbenchFromStart({ start, readOnly = false, keepsAddress = false }: Props) {
  const initial = useMemo<WorkbenchState>(() => {
    const { panes, encoding } = start.view ?? readStored(panesKey, rememberedSchema) ?? initialPanes();
    return {
      program: start.program,
      recordingId: start.recordingId,
      panes: withKeys(panes),
      encoding,
      step: start.step,
      frame: null,
      watched: null,
    };
  }, [start]);
  return (
    <WorkbenchProvider initial={initial} readOnly={readOnly}>
      {start.recordsAtOnce ? <RecordAtOnce /> : null}
      {keepsAddress ? <KeepAddress /> : null}
      <Workbench notice={start.notice} />
    </WorkbenchProvider>
  );
}

function RecordAtOnce() {
  const { recorder, state } = useWorkbench();
  const program = useProgram();
  const record = useEffectEvent(() => (state.recordingId === null ? recorder.record(program) : undefined));
  useEffect(() => record(), []);
  return null;
}

const SETTLED_MS = 300;

function KeepAddress() {
  const { recordingId } = useWorkbench().state;
  const { chosen: step } = useStepping();
  useEffect(() => {
    if (recordingId === null) return;
    // Browsers refuse more than a few changes of the address a second.
    const timer = setTimeout(() => writeAddress(recordingId, step), SETTLED_MS);
    return () => clearTimeout(timer);
  }, [recordingId, step]);
  return null;
}
