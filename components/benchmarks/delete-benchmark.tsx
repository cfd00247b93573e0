"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { deleteBenchmarkMutation } from "@/lib/benchmarks/queries";

type Props = { id: string; title: string; onClose: () => void; onDeleted?: () => void };

export function DeleteBenchmark({ id, title, onClose, onDeleted }: Props) {
  const client = useQueryClient();
  const remove = useMutation({
    ...deleteBenchmarkMutation(),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ["benchmarks"], exact: true });
      onClose();
      onDeleted?.();
    },
  });
  return (
    <Dialog open onOpenChange={(open) => (open ? undefined : onClose())} title="Delete this benchmark?">
      <div className="grid gap-4 p-4">
        <p className="break-words">
          “{title}” and what it was checked with are deleted from this server. The same file gives the same benchmark again.
          Benchmarks that experiments use are kept.
        </p>
        {remove.error === null ? null : (
          <p role="alert" className="text-bad">
            {remove.error.message}
          </p>
        )}
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Keep it</Button>
          <Button look="main" disabled={remove.isPending} onClick={() => remove.mutate(id)}>
            Delete
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
