import { DeleteDialog } from "@/components/ui/delete-dialog";
import { deleteModel } from "@/lib/models/queries";

type Props = { id: string; title: string; onClose: () => void };

export function DeleteModel({ id, title, onClose }: Props) {
  return (
    <DeleteDialog title="Delete this model?" remove={() => deleteModel(id)} listKey="models" onClose={onClose}>
      “{title}” is no longer offered. Experiments that were started with it keep their copy of its settings, and its answers stay.
    </DeleteDialog>
  );
}
