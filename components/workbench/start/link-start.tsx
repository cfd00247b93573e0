"use client";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { Link } from "@/lib/links/api-schema";
import { recordingQuery } from "@/lib/recordings/queries";
import { StartTrouble } from "./start-trouble";
import { fromRecording } from "./use-start";
import { WorkbenchFromStart } from "./workbench-from-start";
import { WorkbenchSkeleton } from "./workbench-skeleton";

/** A short link: its recording with the panes, options and step it was shared with. */
export function LinkStart({ link, readOnly = false }: { link: Link; readOnly?: boolean }) {
  const { data, error } = useQuery(recordingQuery(link.recordingId));
  const start = useMemo(
    () => (data === undefined ? null : { ...fromRecording(data, link.view.step), view: link.view }),
    [data, link],
  );
  if (error !== null) return <StartTrouble message={error.message} />;
  if (start === null) return <WorkbenchSkeleton />;
  return <WorkbenchFromStart start={start} readOnly={readOnly} />;
}
