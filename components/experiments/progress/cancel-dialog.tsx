"use client";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";

type Props = { isOpen: boolean; onClose: () => void; onCancel: () => void };

export function CancelDialog({ isOpen, onClose, onCancel }: Props) {
  return (
    <Dialog open={isOpen} onOpenChange={(open) => (open ? undefined : onClose())} title="Cancel this run?">
      <div className="grid gap-4 p-4">
        <p>
          Requests that are under way are given up, and the run cannot be gone on with. Its samples stay, and another run with the
          same prompts finds its answers again. To stop for a while, pause it instead.
        </p>
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Keep running</Button>
          <Button
            look="main"
            onClick={() => {
              onCancel();
              onClose();
            }}
          >
            Cancel the run
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
