"use client";
import { useMutation } from "@tanstack/react-query";
import type { Route } from "next";
import { useRouter } from "next/navigation";
import { Button } from "@/components/ui/button";
import { rehearsalDraft } from "@/lib/experiments/draft";
import { startDraft } from "@/lib/experiments/queries";

/** A first experiment in one click. */
export function RehearsalButton({ look }: { look: "main" | "plain" }) {
  const router = useRouter();
  const start = useMutation({
    mutationFn: () => startDraft(rehearsalDraft()),
    onSuccess: ({ id }) => router.push(`/experiments/${id}` as Route),
  });
  return (
    <>
      <Button look={look} disabled={start.isPending || start.isSuccess} onClick={() => start.mutate()}>
        {start.isPending ? "Starting…" : "Run a rehearsal now"}
      </Button>
      {start.error === null ? null : (
        <p role="alert" className="text-bad">
          {start.error.message}
        </p>
      )}
    </>
  );
}
