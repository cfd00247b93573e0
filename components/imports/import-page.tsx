"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { TextField } from "@/components/ui/text-field";
import type { ImportReport } from "@/lib/imports/report-schema";
import { DropZone } from "./drop-zone";
import { ImportedFiles } from "./imported-files";
import { ProgressLine } from "./progress-line";
import { type ChosenFile, type ImportProgress, sendFiles } from "./send-files";

/** Brings result files and benchmarks in by dropping them here. */
export function ImportPage({ formats }: { formats: readonly { readonly title: string; readonly description: string }[] }) {
  const client = useQueryClient();
  const [name, setName] = useState("");
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
      <DropZone
        what="files, folders or archives"
        hint="JSON, JSON Lines, ZIP, gzip and zstd; recognized by what is in them"
        onChoose={start}
        busy={progress === null && !run.isPending ? null : <ProgressLine progress={progress} />}
        className="mt-4 min-h-44"
      />
      {run.error === null ? null : (
        <p role="alert" className="mt-3 rounded-md bg-bad-soft px-3 py-2 text-bad">
          {run.error.message}
        </p>
      )}
      {run.data === undefined ? <Formats formats={formats} /> : <ImportedFiles report={run.data} />}
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
