"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Button } from "./button";
import { Dialog } from "./dialog";

type Props = {
  title: string;
  remove: () => Promise<unknown>;
  /** The list that the thing stands in. */
  listKey: string;
  onClose: () => void;
  onDeleted?: () => void;
  /** What is lost and what stays. */
  children: ReactNode;
};

/** Asks before something is deleted, and says what went wrong when it could not be. */
export function DeleteDialog({ title, remove, listKey, onClose, onDeleted, children }: Props) {
  const client = useQueryClient();
  const removal = useMutation({
    mutationFn: remove,
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: [listKey], exact: true });
      onClose();
      onDeleted?.();
    },
  });
  return (
    <Dialog open onOpenChange={(open) => (open ? undefined : onClose())} title={title}>
      <div className="grid gap-4 p-4">
        <p className="break-words">{children}</p>
        {removal.error === null ? null : (
          <p role="alert" className="text-bad">
            {removal.error.message}
          </p>
        )}
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Keep it</Button>
          <Button look="main" disabled={removal.isPending} onClick={() => removal.mutate()}>
            Delete
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
