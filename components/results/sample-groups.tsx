"use client";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { type RowColumn, VirtualRows } from "@/components/table/virtual-rows";
import { Select } from "@/components/ui/select";
import { groupsQuery } from "@/lib/results/detail-queries";
import { type GroupField, groupFields, type SampleGroup } from "@/lib/results/groups-schema";
import { countText, UNKNOWN } from "./number-text";

const NONE = "none";

type ChoiceProps = { by: GroupField | null; onChange: (by: GroupField | null) => void };

export function GroupChoice({ by, onChange }: ChoiceProps) {
  const choices = [
    { value: NONE, label: "not grouped" },
    ...groupFields.map((field) => ({ value: field, label: `by ${field}` })),
  ];
  return (
    <Select
      label="Group samples"
      value={by ?? NONE}
      choices={choices}
      onChange={(value) => onChange(groupFields.find((field) => field === value) ?? null)}
    />
  );
}

const columns = (by: GroupField): readonly RowColumn<SampleGroup>[] => [
  { id: "value", title: by, width: "minmax(200px, 3fr)", side: "left", cell: ({ value }) => (value === "" ? "not said" : value) },
  { id: "samples", title: "samples", width: "110px", side: "right", cell: ({ samples }) => countText(samples) },
  { id: "passed", title: "passed", width: "110px", side: "right", cell: ({ passed }) => countText(passed) },
  { id: "share", title: "of judged", width: "100px", side: "right", cell: shareText },
  { id: "errors", title: "errors", width: "100px", side: "right", cell: ({ infrastructure }) => countText(infrastructure) },
  { id: "unjudged", title: "not judged", width: "100px", side: "right", cell: ({ unjudged }) => countText(unjudged) },
];

/** Of a group judged as a whole only failed samples are known: which ones were judged then depends on how they came out. */
function shareText({ samples, passed, infrastructure, unjudged }: SampleGroup): string {
  const judged = samples - infrastructure - unjudged;
  return judged <= 0 || unjudged > 0 ? UNKNOWN : `${((passed / judged) * 100).toFixed(1)} %`;
}

type Props = { experimentId: string; by: GroupField; filter: string; onOpen: (group: SampleGroup) => void };

/** Samples counted by a field; a group opens as a filter. */
export function SampleGroups({ experimentId, by, filter, onOpen }: Props) {
  const { data, error } = useQuery(groupsQuery(experimentId, { filter, by }));
  const [selected, setSelected] = useState(0);
  const groups = data?.groups ?? [];
  if (error !== null) return <p className="text-bad">{error.message}</p>;
  return (
    <>
      <VirtualRows
        label={`Samples by ${by}`}
        total={groups.length}
        columns={columns(by)}
        sort="order"
        onSort={() => {}}
        onView={() => {}}
        itemAt={(index) => groups[index]}
        selected={selected}
        onSelect={setSelected}
        onOpen={onOpen}
      />
      <p className="text-faint">
        Shares of samples, not estimates: several samples of one problem are not several problems, and none is given where some
        were never judged. Enter or a double click filters by a group.
      </p>
    </>
  );
}
