"use client";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { NumberField } from "@/components/ui/number-field";
import { UnreadFields, useUnreadFields } from "@/components/ui/unread-fields";
import type { Progress } from "@/lib/experiments/api-schema";

type Strategy = Progress["strategies"][number];
type Props = {
  strategies: readonly Strategy[];
  onClose: () => void;
  onRaise: (raises: { strategy: string; n: number }[]) => void;
};

/** Asks how many samples each strategy shall have in all; what is there is kept. */
export function RaiseDialog({ strategies, onClose, onRaise }: Props) {
  const [wanted, setWanted] = useState<Readonly<Record<string, number>>>({});
  const { unread, report } = useUnreadFields();
  const raises = strategies.flatMap(({ id, n }) => {
    const next = wanted[id] ?? n;
    return next > n ? [{ strategy: id, n: next }] : [];
  });
  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      title="Draw more samples"
      description="Samples that are there are kept and not asked for again. More samples make rates surer; more problems find smaller differences."
    >
      <div className="grid gap-4 p-4">
        <UnreadFields report={report}>
          {strategies.map(({ id, n }) => (
            <div key={id} className="flex items-end gap-3">
              <NumberField
                label={`n of ${id}, now ${n}`}
                value={wanted[id] ?? n}
                minimum={n}
                maximum={1000}
                onChange={(next) => setWanted({ ...wanted, [id]: next ?? n })}
              />
            </div>
          ))}
        </UnreadFields>
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Leave it</Button>
          <Button
            look="main"
            disabled={raises.length === 0 || unread.length > 0}
            onClick={() => {
              onRaise(raises);
              onClose();
            }}
          >
            Draw them
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
