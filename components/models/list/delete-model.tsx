"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { deleteModelMutation } from "@/lib/models/queries";

type Props = { id: string; title: string; onClose: () => void };

export function DeleteModel({ id, title, onClose }: Props) {
  const client = useQueryClient();
  const remove = useMutation({
    ...deleteModelMutation(),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ["models"] });
      onClose();
    },
  });
  return (
    <Dialog open onOpenChange={(open) => (open ? undefined : onClose())} title="Delete this model?">
      <div className="grid gap-4 p-4">
        <p className="break-words">
          “{title}” is no longer offered. Experiments that were started with it keep their copy of its settings, and its answers
          stay.
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
