"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useId, useState } from "react";
import { DropZone } from "@/components/imports/drop-zone";
import { ProgressLine } from "@/components/imports/progress-line";
import type { ChosenFile, ImportProgress } from "@/components/imports/send-files";
import { CheckField } from "@/components/ui/check-field";
import { TextField } from "@/components/ui/text-field";
import type { BenchmarkImport } from "@/lib/benchmarks/import-schema";
import { ImportOutcome } from "./import-outcome";
import { sendBenchmark } from "./send-benchmark";

/** Brings benchmarks in by dropping their files here. */
export function ImportPart() {
  const client = useQueryClient();
  const id = useId();
  const [verify, setVerify] = useState(true);
  const [slug, setSlug] = useState("");
  const [progress, setProgress] = useState<ImportProgress | null>(null);
  const run = useMutation<BenchmarkImport, Error, readonly ChosenFile[]>({
    mutationFn: (files) => {
      const choices = { verify, slug: slug.trim() === "" ? null : slug.trim(), title: null };
      return sendBenchmark(files, { choices, onProgress: setProgress });
    },
    onSettled: () => setProgress(null),
    onSuccess: () => client.invalidateQueries({ queryKey: ["benchmarks"] }),
  });
  const start = (files: readonly ChosenFile[]) => {
    if (files.length > 0) run.mutate(files);
  };
  return (
    <section id="bring" aria-labelledby={id} className="mt-8 scroll-mt-4">
      <h2 id={id} className="text-lg font-semibold">
        Bring a benchmark
      </h2>
      <div className="mt-2 grid gap-x-6 gap-y-3 lg:grid-cols-[1fr_320px]">
        <DropZone
          what="a benchmark's file, folder or archive"
          hint="JSON, JSON Lines, ZIP, gzip and zstd. The same problems twice give the same benchmark."
          onChoose={start}
          busy={progress === null && !run.isPending ? null : <ProgressLine progress={progress} />}
          className="min-h-40"
        />
        <div className="grid content-start gap-4">
          <CheckField
            checked={verify}
            onChange={setVerify}
            detail="Solutions have to pass, buggy programs to fail. What does not is listed with the benchmark. It goes on in the background."
          >
            Check it against itself
          </CheckField>
          <div className="grid gap-0.5">
            <label htmlFor={`${id}-slug`} className="text-xs text-soft">
              Name in specifications
            </label>
            <TextField
              id={`${id}-slug`}
              value={slug}
              placeholder="taken from the file"
              onChange={(event) => setSlug(event.target.value)}
            />
          </div>
        </div>
      </div>
      {run.error === null ? null : (
        <p role="alert" className="mt-3 rounded-md bg-bad-soft px-3 py-2 text-bad">
          {run.error.message}
        </p>
      )}
      {run.data === undefined ? null : <ImportOutcome report={run.data} />}
    </section>
  );
}
