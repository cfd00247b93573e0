"use client";
import { useSearchParams } from "next/navigation";
import { useEffect, useState, useSyncExternalStore } from "react";

/** What the address of `/trace` asks for. */
export type Address = {
  readonly fragment: string;
  readonly recording: string | null;
  readonly example: string | null;
  readonly step: number | null;
};

function subscribe(listener: () => void): () => void {
  window.addEventListener("hashchange", listener);
  return () => window.removeEventListener("hashchange", listener);
}

/** What `writeAddress` wrote last, and whether the router has told it yet: until then the fragment is gone and the query still the old one. */
const written: { recording: string | null; isSeen: boolean } = { recording: null, isSeen: true };

/** Puts the recording and step that are open into the address, so that a reload and a bookmark find them again. */
export function writeAddress(recording: string, step: number | null): void {
  if (written.recording !== recording) written.isSeen = false;
  written.recording = recording;
  const query = new URLSearchParams({ recording, ...(step === null ? {} : { step: String(step) }) });
  window.history.replaceState(null, "", `/trace?${query}`);
}

/** The address that was opened; changes that `writeAddress` made do not count. */
export function useOpenedAddress(): Address {
  const query = useSearchParams();
  const fragment = useSyncExternalStore(
    subscribe,
    () => window.location.hash.slice(1),
    () => "",
  );
  const step = Number.parseInt(query.get("step") ?? "", 10);
  const present: Address = {
    fragment,
    recording: query.get("recording"),
    example: query.get("example"),
    step: Number.isNaN(step) ? null : step,
  };
  const [opened, setOpened] = useState(present);
  const isOwn = present.recording !== null && present.recording === written.recording;
  // Only once it is on the page: a render for it may still be overtaken by one with the old query.
  useEffect(() => {
    if (present.recording === written.recording) written.isSeen = true;
  }, [present.recording]);
  const isBetween = !written.isSeen && present.fragment === "";
  const isOther =
    present.fragment !== opened.fragment || present.recording !== opened.recording || present.example !== opened.example;
  if (isOther && !isOwn && !isBetween) {
    setOpened(present);
    return present;
  }
  return opened;
}
