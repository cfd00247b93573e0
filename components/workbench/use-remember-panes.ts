"use client";
import { useEffect, useRef } from "react";
import { writeStored } from "@/components/ui/use-stored";
import { panesKey } from "./remembered-panes";
import { useWorkbench } from "./workbench-context";
import { toView } from "./workbench-state";

/** Keeps the panes for the next visit, once the reader has changed them; what a link brought is not theirs yet. */
export function useRememberPanes(): void {
  const { state, readOnly } = useWorkbench();
  const before = useRef({ panes: state.panes, encoding: state.encoding });
  useEffect(() => {
    if (readOnly || (before.current.panes === state.panes && before.current.encoding === state.encoding)) return;
    before.current = { panes: state.panes, encoding: state.encoding };
    const { panes, encoding } = toView(state, null);
    writeStored(panesKey, { panes, encoding });
  }, [state, readOnly]);
}
