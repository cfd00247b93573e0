"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { X } from "lucide-react";
import type { Route } from "next";
import Link from "next/link";
import { useSearchParams } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { TextField } from "@/components/ui/text-field";
import { deleteViewMutation, saveViewMutation, viewsQuery } from "@/lib/views/queries";

/** Comparisons that were kept under a name, and keeping the one that is open: arms, baseline, quantity and correction. */
export function SavedViews({ canSave }: { canSave: boolean }) {
  const client = useQueryClient();
  const query = useSearchParams().toString();
  const refresh = () => client.invalidateQueries({ queryKey: ["views"] });
  const { data } = useQuery(viewsQuery());
  const save = useMutation({ ...saveViewMutation(), onSuccess: refresh });
  const remove = useMutation({ ...deleteViewMutation(), onSuccess: refresh });
  const [name, setName] = useState("");
  const views = data?.views ?? [];
  const error = save.error ?? remove.error;
  if (views.length === 0 && !canSave) return null;
  return (
    <section aria-label="Saved comparisons" className="mt-3 flex flex-wrap items-center gap-2">
      {views.length === 0 ? null : <span className="text-soft">Saved:</span>}
      <ul className="flex flex-wrap gap-1.5">
        {views.map((view) => (
          <li key={view.id} className="inline-flex items-center rounded-full border border-line bg-surface pl-2.5">
            <Link
              href={`/compare?${view.query}` as Route}
              aria-current={view.query === query ? "page" : undefined}
              className="max-w-70 truncate hover:underline aria-[current=page]:font-semibold"
            >
              {view.name}
            </Link>
            <IconButton label={`Delete ${view.name}`} onClick={() => remove.mutate(view.id)}>
              <X size={13} aria-hidden />
            </IconButton>
          </li>
        ))}
      </ul>
      {canSave ? (
        <form
          className="flex gap-2"
          onSubmit={(event) => {
            event.preventDefault();
            if (name.trim() !== "") save.mutate({ name: name.trim(), query }, { onSuccess: () => setName("") });
          }}
        >
          <TextField
            aria-label="Name of this comparison"
            placeholder="Name of this comparison"
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
          <Button type="submit" disabled={name.trim() === "" || save.isPending}>
            Save view
          </Button>
        </form>
      ) : null}
      {error === null ? null : <span className="text-bad">{error.message}</span>}
    </section>
  );
}
