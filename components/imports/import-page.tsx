"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { classNames } from "@/components/ui/class-names";
import { TextField } from "@/components/ui/text-field";
import type { ImportReport } from "@/lib/imports/report-schema";
import { fromDrop, fromInput } from "./chosen-files";
import { ImportedFiles } from "./imported-files";
import { type ChosenFile, type ImportProgress, sendFiles } from "./send-files";

/** Brings result files and benchmarks in by dropping them here. */
export function ImportPage({ formats }: { formats: readonly { readonly title: string; readonly description: string }[] }) {
  const client = useQueryClient();
  const [name, setName] = useState("");
  const [isOver, setIsOver] = useState(false);
  const [progress, setProgress] = useState<ImportProgress | null>(null);
  const run = useMutation<ImportReport, Error, readonly ChosenFile[]>({
    mutationFn: (files) => sendFiles(files, { name: name.trim() === "" ? null : name.trim(), onProgress: setProgress }),
    onSettled: () => setProgress(null),
    onSuccess: () => client.invalidateQueries(),
  });
  const start = (files: readonly ChosenFile[]) => {
    if (files.length > 0) run.mutate(files);
  };
  return (
    <div className="mx-auto w-full max-w-4xl px-6 py-8">
      <h1 className="text-2xl font-semibold tracking-tight">Import results</h1>
      <p className="mt-1 text-soft">
        Results become one experiment with its real factors; benchmarks become problems to run on. The same files twice give the
        same experiment.
      </p>
      <div className="mt-5 flex items-center gap-2">
        <label htmlFor="import-name" className="w-40">
          Name of the experiment
        </label>
        <TextField
          id="import-name"
          className="grow"
          value={name}
          placeholder="taken from the files"
          onChange={(event) => setName(event.target.value)}
        />
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping has no key; the two buttons inside do the same */}
      <div
        onDragOver={(event) => {
          event.preventDefault();
          setIsOver(true);
        }}
        onDragLeave={() => setIsOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setIsOver(false);
          void fromDrop(event.dataTransfer).then(start);
        }}
        className={classNames(
          "mt-4 grid min-h-44 place-content-center gap-3 rounded-lg border border-dashed p-6 text-center",
          isOver ? "border-accent bg-accent-soft" : "border-control/70 bg-surface",
        )}
      >
        {progress === null && !run.isPending ? <Choose onChoose={start} /> : <Progress progress={progress} />}
      </div>
      {run.error === null ? null : (
        <p role="alert" className="mt-3 rounded-md bg-bad-soft px-3 py-2 text-bad">
          {run.error.message}
        </p>
      )}
      {run.data === undefined ? <Formats formats={formats} /> : <ImportedFiles report={run.data} />}
    </div>
  );
}

function Choose({ onChoose }: { onChoose: (files: readonly ChosenFile[]) => void }) {
  return (
    <>
      <p className="text-lg">Drop files, folders or archives here</p>
      <div className="flex justify-center gap-2">
        <FileButton title="Choose files" onChoose={onChoose} />
        <FileButton title="Choose a folder" isFolder onChoose={onChoose} />
      </div>
      <p className="text-soft">JSON, JSON Lines, ZIP, gzip and zstd; recognized by what is in them</p>
    </>
  );
}

function FileButton({
  title,
  isFolder,
  onChoose,
}: {
  title: string;
  isFolder?: true;
  onChoose: (files: readonly ChosenFile[]) => void;
}) {
  return (
    <label className="inline-flex h-8 cursor-pointer items-center rounded-md border border-line-strong bg-surface px-3 focus-within:outline-2 focus-within:outline-accent hover:bg-sunken">
      {title}
      <input
        type="file"
        multiple
        className="sr-only"
        {...(isFolder === true ? { webkitdirectory: "" } : {})}
        onChange={({ target }) => target.files !== null && onChoose(fromInput(target.files))}
      />
    </label>
  );
}

function Progress({ progress }: { progress: ImportProgress | null }) {
  const isSending = progress?.step === "sending";
  const share = isSending ? progress.sent / Math.max(1, progress.bytes) : 1;
  const text =
    progress === null
      ? "Starting"
      : progress.step === "sending"
        ? `Sending: ${(progress.sent / 2 ** 20).toFixed(1)} of ${(progress.bytes / 2 ** 20).toFixed(1)} MB`
        : `Reading ${progress.path}: ${progress.rows.toLocaleString("en")} rows`;
  return (
    <div aria-live="polite" className="w-110 max-w-full">
      <p className="truncate">{text}</p>
      <progress
        aria-label="Import"
        className="mt-2 h-2 w-full accent-(--accent)"
        {...(isSending ? { value: share, max: 1 } : {})}
      />
    </div>
  );
}

function Formats({ formats }: { formats: readonly { readonly title: string; readonly description: string }[] }) {
  return (
    <section aria-labelledby="formats" className="mt-8">
      <h2 id="formats" className="mb-1 font-semibold">
        What is understood
      </h2>
      <dl className="border-t border-line">
        {formats.map(({ title, description }) => (
          <div key={title} className="grid grid-cols-[260px_1fr] gap-4 border-b border-line py-1 max-sm:grid-cols-1">
            <dt>{title}</dt>
            <dd className="text-soft">{description}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
