import { DeleteDialog } from "@/components/ui/delete-dialog";
import { deleteBenchmark } from "@/lib/benchmarks/queries";

type Props = { id: string; title: string; onClose: () => void; onDeleted?: () => void };

export function DeleteBenchmark({ id, title, ...closing }: Props) {
  return (
    <DeleteDialog title="Delete this benchmark?" remove={() => deleteBenchmark(id)} listKey="benchmarks" {...closing}>
      “{title}” and what it was checked with are deleted from this server. The same file gives the same benchmark again.
      Benchmarks that experiments use are kept.
    </DeleteDialog>
  );
}
