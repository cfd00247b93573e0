"use client";
import { useQuery } from "@tanstack/react-query";
import { useSearchParams } from "next/navigation";
import { parseAsArrayOf, parseAsString, useQueryState } from "nuqs";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import { armChoicesQuery, comparisonQuery } from "@/lib/results/queries";
import { ArmPicker } from "./arm-picker";
import { ReportView } from "./results-page";
import { SavedViews } from "./saved-views";
import { settingQuery } from "./setting-query";

/** Arms of several experiments and imports, on the problems that they have in common. The address is the view: keep it to keep the view. */
export function ComparePage() {
  return (
    <NuqsAdapter>
      <Compare />
    </NuqsAdapter>
  );
}

function Compare() {
  const [arms, setArms] = useQueryState("arms", parseAsArrayOf(parseAsString).withDefault([]));
  const [against, setAgainst] = useQueryState("against", parseAsString);
  const setting = settingQuery(useSearchParams());
  const choices = useQuery(armChoicesQuery());
  const query = new URLSearchParams(setting);
  query.delete("baseline");
  query.set("arms", arms.join(","));
  if (against !== null) query.set("against", against);
  const report = useQuery({ ...comparisonQuery(query.toString()), enabled: arms.length > 0 });
  return (
    <>
      <div className="mx-auto w-full max-w-[1280px] px-6 pt-5 max-sm:px-3">
        {arms.length === 0 ? (
          <>
            <h1 className="text-xl font-semibold tracking-tight">Compare</h1>
            <p className="mt-1 mb-4 max-w-180 text-soft">
              Choose two arms or more, of any experiments and imports. They are set against the first one, on the problems that
              all of them have.
            </p>
          </>
        ) : null}
        <ArmPicker
          choices={choices.data?.arms ?? []}
          chosen={arms}
          against={against}
          onChange={(next) => void setArms(next.length === 0 ? null : [...next])}
          onAgainst={(next) => void setAgainst(next)}
        />
        <SavedViews canSave={arms.length > 1} />
        {report.error === null ? null : <p className="text-bad">{report.error.message}</p>}
      </div>
      {report.data === undefined || arms.length === 0 ? null : (
        <ReportView report={report.data} isLoading={report.isPlaceholderData} />
      )}
    </>
  );
}
