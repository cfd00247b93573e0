"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextField } from "@/components/ui/text-field";
import { attachTableMutation, removeTableMutation } from "@/lib/references/queries";
import type { ReferenceTable } from "@/lib/references/schema";

/** Reads the report again, on the page and where the page came from. */
function useRefresh() {
  const client = useQueryClient();
  const router = useRouter();
  return async () => {
    await client.invalidateQueries({ queryKey: ["results"] });
    router.refresh();
  };
}

/** Attaches a published table: a CSV, and where its figures are from. */
export function AttachTable({ experimentId }: { experimentId: string }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <div>
      <Button onClick={() => setIsOpen(true)}>Attach a published table</Button>
      <Dialog
        open={isOpen}
        onOpenChange={setIsOpen}
        title="Attach a published table"
        description="A CSV with a row per model and a column per figure, in percent. Words of row and column name the arm that a figure is of."
        width="wide"
      >
        <AttachForm experimentId={experimentId} onDone={() => setIsOpen(false)} />
      </Dialog>
    </div>
  );
}

function AttachForm({ experimentId, onDone }: { experimentId: string; onDone: () => void }) {
  const id = useId();
  const refresh = useRefresh();
  const [title, setTitle] = useState("");
  const [source, setSource] = useState("");
  const [csv, setCsv] = useState("");
  const attach = useMutation({
    ...attachTableMutation(experimentId),
    onSuccess: async () => {
      await refresh();
      onDone();
    },
  });
  const take = async (file: File | undefined) => {
    if (file === undefined) return;
    setCsv(await file.text());
    if (title === "") setTitle(file.name.replace(/\.[a-z]+$/i, ""));
  };
  return (
    <form
      className="grid gap-3 p-4"
      onSubmit={(event) => {
        event.preventDefault();
        attach.mutate({ title, source, csv });
      }}
    >
      <label htmlFor={`${id}-title`} className="grid gap-1">
        Title
        <TextField
          id={`${id}-title`}
          value={title}
          placeholder="Table 2, test-time scaling"
          onChange={(event) => setTitle(event.target.value)}
        />
      </label>
      <label htmlFor={`${id}-source`} className="grid gap-1">
        Where the figures are from
        <TextField
          id={`${id}-source`}
          value={source}
          placeholder="Authors: Title. Venue and year, arXiv number, table"
          onChange={(event) => setSource(event.target.value)}
        />
      </label>
      <label className="grid gap-1">
        File
        <input type="file" accept=".csv,.tsv,text/csv" onChange={({ target }) => void take(target.files?.[0])} />
      </label>
      <label className="grid gap-1">
        or its text
        <textarea
          className="h-40 rounded-md border border-control/70 bg-paper p-2 font-mono text-xs"
          spellCheck={false}
          placeholder={"model,pass@1,pass@5\nmodel-a,37.4,53.3"}
          value={csv}
          onChange={(event) => setCsv(event.target.value)}
        />
      </label>
      {attach.error === null ? null : (
        <p role="alert" className="text-bad">
          {attach.error.message}
        </p>
      )}
      <div>
        <Button
          look="main"
          type="submit"
          disabled={attach.isPending || title.trim() === "" || source.trim() === "" || csv === ""}
        >
          Attach and compare
        </Button>
      </div>
    </form>
  );
}

/** Takes an attached table off again. */
export function RemoveTable({ experimentId, table }: { experimentId: string; table: ReferenceTable }) {
  const refresh = useRefresh();
  const remove = useMutation({ ...removeTableMutation(experimentId), onSuccess: refresh });
  return (
    <Button look="quiet" size="small" disabled={remove.isPending} onClick={() => remove.mutate(table.id)}>
      Remove
    </Button>
  );
}
