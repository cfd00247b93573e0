"use client";
import { type DragEvent, useState } from "react";
import { useWorkbench } from "../workbench-context";

/** A type of its own, so that files and text dragged over a pane are let pass. */
const PANE_TYPE = "application/x-polytrace-pane";

/** Begins to drag a pane by its head. */
export function startPaneDrag(event: DragEvent<HTMLElement>, key: number): void {
  event.dataTransfer.setData(PANE_TYPE, String(key));
  event.dataTransfer.effectAllowed = "move";
  const pane = event.currentTarget.closest("section");
  if (pane !== null) event.dataTransfer.setDragImage(pane, 24, 16);
}

/** Takes a pane that is dropped here: it moves to this place and the others make room. */
export function usePaneDrop(position: number) {
  const { dispatch } = useWorkbench();
  const [isOver, setOver] = useState(false);
  const handlers = {
    onDragOver: (event: DragEvent<HTMLElement>) => {
      if (!event.dataTransfer.types.includes(PANE_TYPE)) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = "move";
      setOver(true);
    },
    onDragLeave: (event: DragEvent<HTMLElement>) => {
      const isInside = event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget);
      if (!isInside) setOver(false);
    },
    onDrop: (event: DragEvent<HTMLElement>) => {
      setOver(false);
      const key = Number.parseInt(event.dataTransfer.getData(PANE_TYPE), 10);
      if (Number.isNaN(key)) return;
      event.preventDefault();
      dispatch({ type: "pane-moved", key, to: position });
    },
  };
  return { isOver, handlers };
}
