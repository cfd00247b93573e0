"use client";
import { type ReactNode, useState } from "react";
import { classNames } from "@/components/ui/class-names";
import { fromDrop, fromInput } from "./chosen-files";
import type { ChosenFile } from "./send-files";

type Props = {
  /** What is dropped, such as "files, folders or archives". */
  what: string;
  hint: string;
  onChoose: (files: readonly ChosenFile[]) => void;
  /** Stands in place of the invitation while something goes on. */
  busy: ReactNode | null;
  /** As a class, because pages give it different room. */
  className?: string;
};

/** A place to drop files and folders at, with buttons that do the same. */
export function DropZone({ what, hint, onChoose, busy, className }: Props) {
  const [isOver, setIsOver] = useState(false);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping has no key; the two buttons inside do the same
    <div
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setIsOver(false);
        if (busy === null) void fromDrop(event.dataTransfer).then(onChoose);
      }}
      className={classNames(
        "grid place-content-center gap-3 rounded-lg border border-dashed p-6 text-center",
        isOver ? "border-accent bg-accent-soft" : "border-control/70 bg-surface",
        className,
      )}
    >
      {busy ?? (
        <>
          <p className="text-lg">Drop {what} here</p>
          <div className="flex justify-center gap-2">
            <FileButton title="Choose files" onChoose={onChoose} />
            <FileButton title="Choose a folder" isFolder onChoose={onChoose} />
          </div>
          <p className="text-soft">{hint}</p>
        </>
      )}
    </div>
  );
}

type ButtonProps = { title: string; isFolder?: true; onChoose: (files: readonly ChosenFile[]) => void };

function FileButton({ title, isFolder, onChoose }: ButtonProps) {
  return (
    <label className="inline-flex h-8 cursor-pointer items-center rounded-md border border-line-strong bg-surface px-3 focus-within:outline-2 focus-within:outline-accent hover:bg-sunken">
      {title}
      <input
        type="file"
        multiple
        className="sr-only"
        {...(isFolder === true ? { webkitdirectory: "" } : {})}
        onChange={({ target }) => {
          if (target.files !== null) onChoose(fromInput(target.files));
          // The same file, mended, can then be chosen again.
          target.value = "";
        }}
      />
    </label>
  );
}
