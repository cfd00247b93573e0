import { DeleteDialog } from "@/components/ui/delete-dialog";
import { deleteExperiment } from "@/lib/experiments/queries";

type Props = { id: string; name: string; onClose: () => void };

export function DeleteExperiment({ id, name, onClose }: Props) {
  return (
    <DeleteDialog title="Delete this experiment?" remove={() => deleteExperiment(id)} listKey="experiments" onClose={onClose}>
      “{name}” and its samples are deleted for good; shares of it keep what they pinned. Models&apos; answers stay, and another
      run with the same prompts finds them again.
    </DeleteDialog>
  );
}
