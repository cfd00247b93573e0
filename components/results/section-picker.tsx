import { Select } from "@/components/ui/select";
import type { SectionReport } from "@/lib/results/schema";

type Props = {
  sections: readonly SectionReport[];
  current: SectionReport;
  onChange: (id: string | null) => void;
};

/** Which of the experiment's questions is shown; figures of different ones are never put into one table. */
export function SectionPicker({ sections, current, onChange }: Props) {
  if (sections.length < 2) return <p className="mt-3 text-soft">{current.title}</p>;
  const choices = sections.map((section, index) => ({
    value: String(index + 1),
    label: section.title,
    detail: `${section.armIds.length} arms, ${section.contrastIds.length} contrasts${section.oracle ? ", oracle" : ""}`,
  }));
  const value = String(sections.findIndex(({ id }) => id === current.id) + 1);
  return (
    <div className="mt-3 flex items-center gap-2">
      <Select
        label="Part of the results"
        value={value}
        choices={choices}
        onChange={(next) => onChange(next === "1" ? null : next)}
        className="max-w-full font-medium"
      />
      <span className="text-faint whitespace-nowrap">
        {value} of {sections.length}
      </span>
    </div>
  );
}
