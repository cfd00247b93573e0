"use client";
import { type ReactNode, useEffect } from "react";
import { useOnDemand } from "./use-on-demand";

export type DialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  description?: ReactNode;
  width?: "narrow" | "wide" | "full";
  children: ReactNode;
};

const fetchWindow = () => import("./dialog-window");

/** A dialog over the page, whose code comes when it is first opened. */
export function Dialog(props: DialogProps) {
  const { loaded, load } = useOnDemand(fetchWindow);
  useEffect(() => {
    if (props.open) load();
  }, [props.open, load]);
  return loaded === null || !props.open ? null : <loaded.DialogWindow {...props} />;
}
