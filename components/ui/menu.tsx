"use client";
import { type ReactNode, use } from "react";
import { type MenuDownloadProps, type MenuItemProps, MenuPartsContext } from "./menu-parts";
import { RestingTrigger } from "./resting-trigger";
import { useOnDemand } from "./use-on-demand";

export type MenuProps = { trigger: ReactNode; children: ReactNode; align?: "start" | "end" };

const fetchBox = () => import("./menu-box");

/** A button's menu, whose code comes when it is first opened; `trigger` must be one element that takes a ref. */
export function Menu(props: MenuProps) {
  const { loaded, load, approach } = useOnDemand(fetchBox);
  if (loaded !== null) return <loaded.MenuBox {...props} />;
  return (
    <RestingTrigger opens="menu" onNear={approach} onOpen={load}>
      {props.trigger}
    </RestingTrigger>
  );
}

export function MenuItem(props: MenuItemProps) {
  const parts = use(MenuPartsContext);
  return parts === null ? null : <parts.Item {...props} />;
}

/** A file to be saved; a link, so that the browser does it and names the file. */
export function MenuDownload(props: MenuDownloadProps) {
  const parts = use(MenuPartsContext);
  return parts === null ? null : <parts.Download {...props} />;
}

export function MenuLabel({ children }: { children: ReactNode }) {
  const parts = use(MenuPartsContext);
  return parts === null ? null : <parts.Label>{children}</parts.Label>;
}

export function MenuLine() {
  const parts = use(MenuPartsContext);
  return parts === null ? null : <parts.Line />;
}
