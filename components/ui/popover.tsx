"use client";
import type { ReactNode } from "react";
import { RestingTrigger } from "./resting-trigger";
import { useOnDemand } from "./use-on-demand";

export type PopoverProps = { trigger: ReactNode; label: string; width?: "narrow" | "wide"; children: ReactNode };

const fetchBox = () => import("./popover-box");

/** A small panel beside its trigger, whose code comes when it is first opened; `label` names it for screen readers. */
export function Popover(props: PopoverProps) {
  const { loaded, load, approach } = useOnDemand(fetchBox);
  if (loaded !== null) return <loaded.PopoverBox {...props} />;
  return (
    <RestingTrigger opens="dialog" onNear={approach} onOpen={load}>
      {props.trigger}
    </RestingTrigger>
  );
}
