"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { deleteExperiment } from "@/lib/experiments/queries";

type Props = { id: string; name: string; onClose: () => void };

export function DeleteDialog({ id, name, onClose }: Props) {
  const client = useQueryClient();
  const remove = useMutation({
    mutationFn: () => deleteExperiment(id),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ["experiments"], exact: true });
      onClose();
    },
  });
  return (
    <Dialog open onOpenChange={(open) => (open ? undefined : onClose())} title="Delete this experiment?">
      <div className="grid gap-4 p-4">
        <p className="break-words">
          “{name}” and its samples are deleted for good; shares of it keep what they pinned. Models&apos; answers stay, and
          another run with the same prompts finds them again.
        </p>
        {remove.error === null ? null : (
          <p role="alert" className="text-bad">
            {remove.error.message}
          </p>
        )}
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Keep it</Button>
          <Button look="main" disabled={remove.isPending} onClick={() => remove.mutate()}>
            Delete
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
