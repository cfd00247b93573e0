"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useSearchParams } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import { useCopy } from "@/components/ui/use-copy";
import { CHOSEN_SECTION } from "@/lib/results/chosen-section";
import type { Report } from "@/lib/results/schema";
import { parseSetting } from "@/lib/results/setting-schema";
import { createShareMutation, revokeShareMutation, sharesQuery } from "@/lib/shares/queries";
import type { ShareRequest } from "@/lib/shares/schema";

const lives = [
  { value: "0", label: "until it is revoked" },
  { value: "7", label: "for 7 days" },
  { value: "30", label: "for 30 days" },
  { value: "365", label: "for a year" },
];

/** Makes a link to the results as they are now, and lists those that were made. */
export function ShareForm({ report }: { report: Report }) {
  const search = useSearchParams();
  const client = useQueryClient();
  const copy = useCopy();
  const [days, setDays] = useState("0");
  const experimentId = report.experiment.id;
  const refresh = () => client.invalidateQueries({ queryKey: ["shares", experimentId] });
  const create = useMutation({ ...createShareMutation(), onSuccess: refresh });
  const made = create.data;
  const query = search.toString();
  const address = made === undefined ? "" : `${window.location.origin}${made.path}${query === "" ? "" : `?${query}`}`;
  const setting = parseSetting(Object.fromEntries(search));
  return (
    <div className="grid gap-4 p-4">
      <div className="flex items-center gap-2">
        <span>The link works</span>
        <Select label="How long the link works" value={days} choices={lives} onChange={setDays} />
        <span className="grow" />
        <Button
          look="main"
          disabled={create.isPending}
          onClick={() =>
            create.mutate({
              experimentId,
              comparison: comparisonOf(report),
              setting,
              query,
              days: days === "0" ? null : Number(days),
            })
          }
        >
          Make a link
        </Button>
      </div>
      {create.error === null ? null : <p className="text-bad">{create.error.message}</p>}
      {made === undefined ? null : (
        <div>
          <div className="flex gap-2">
            <TextField
              readOnly
              aria-label="Link"
              className="grow font-mono text-xs"
              value={address}
              onFocus={(event) => event.target.select()}
            />
            <Button onClick={() => void copy(address, "Link")}>Copy</Button>
          </div>
          <p className="mt-1 text-faint">Copy it now: only its fingerprint is kept, so it cannot be shown again.</p>
        </div>
      )}
      <ShareList experimentId={experimentId} onChange={() => void refresh()} />
    </div>
  );
}

/** The arms that are put together, where they are not simply those of an experiment; the baseline is what all are set against. */
function comparisonOf({ experiment, arms, contrasts }: Report): ShareRequest["comparison"] {
  if (experiment.id !== null) return null;
  const against = contrasts.find(({ sectionId }) => sectionId !== CHOSEN_SECTION)?.baselineId ?? null;
  return { arms: arms.map(({ id }) => id), against };
}

function ShareList({ experimentId, onChange }: { experimentId: string | null; onChange: () => void }) {
  const { data } = useQuery(sharesQuery(experimentId));
  const revoke = useMutation({ ...revokeShareMutation(), onSuccess: onChange });
  const shares = data?.shares ?? [];
  if (shares.length === 0) return <p className="text-soft">No links were made yet.</p>;
  const time = (text: string) => new Date(text).toLocaleString("en", { dateStyle: "medium", timeStyle: "short" });
  return (
    <ul aria-label="Links to these results" className="border-t border-line">
      {shares.map(({ id, title, createdAt, expiresAt, revokedAt }) => (
        <li key={id} className="flex min-h-9 items-center gap-3 border-b border-line">
          <span>
            {experimentId === null ? `${title}, ` : ""}made {time(createdAt)}
          </span>
          <span className="grow text-soft">
            {revokedAt !== null
              ? `revoked ${time(revokedAt)}`
              : expiresAt === null
                ? "works until revoked"
                : `until ${time(expiresAt)}`}
          </span>
          {revokedAt === null ? <Button onClick={() => revoke.mutate(id)}>Revoke</Button> : null}
        </li>
      ))}
    </ul>
  );
}
