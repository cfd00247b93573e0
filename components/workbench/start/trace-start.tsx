"use client";
import { StartTrouble } from "./start-trouble";
import { useOpenedAddress } from "./use-address";
import { useStart } from "./use-start";
import { WorkbenchFromStart } from "./workbench-from-start";
import { WorkbenchSkeleton } from "./workbench-skeleton";

/** `/trace`: opens what the address asks for. */
export function TraceStart() {
  const address = useOpenedAddress();
  const { start, error } = useStart(address);
  if (error !== null) return <StartTrouble message={error.message} />;
  if (start === null) return <WorkbenchSkeleton />;
  return <WorkbenchFromStart key={`${address.fragment} ${address.recording} ${address.example}`} start={start} keepsAddress />;
}
