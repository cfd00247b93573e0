import { Button } from "@/components/ui/button";

/** Says that what is shown is not what stands in the YAML, which has errors. */
export function FaultyYamlNotice({ onOpen, onDiscard }: { onOpen: () => void; onDiscard: () => void }) {
  return (
    <div
      role="status"
      className="mb-4 flex flex-wrap items-center gap-x-3 gap-y-1.5 rounded-md bg-warn-soft px-3 py-1.5 text-warn"
    >
      <p className="min-w-60 grow basis-0">
        The YAML has errors and was kept as typed. This is the last design without errors; it can be changed here again once the
        YAML is corrected or discarded.
      </p>
      <Button onClick={onOpen}>Correct the YAML</Button>
      <Button onClick={onDiscard}>Discard the YAML</Button>
    </div>
  );
}
