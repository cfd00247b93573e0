"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { CheckBar, judgedOf } from "@/components/benchmarks/verification-mark";
import { Button } from "@/components/ui/button";
import type { Verification, VerificationState } from "@/lib/benchmarks/api-schema";
import { isUnderWay, verificationQuery, verifyMutation } from "@/lib/benchmarks/queries";
import { RemarkTables } from "./remark-tables";

type Props = { id: string; title: string; state: VerificationState };

/** Whether a benchmark's own solutions pass and its buggy programs fail, with every exception. */
export function VerificationPart({ id, title, state }: Props) {
  const client = useQueryClient();
  const query = verificationQuery(id);
  const { data } = useQuery({ ...query, initialData: state, staleTime: 0 });
  const run = useMutation({
    ...verifyMutation(id),
    onSuccess: (next) => client.setQueryData(query.queryKey, next),
  });
  const { verification, remarks } = data;
  const isBusy = isUnderWay(verification);
  return (
    <section aria-labelledby="check" className="mt-8">
      <div className="flex flex-wrap items-center gap-3">
        <h2 id="check" className="grow text-lg font-semibold">
          Checked against itself
        </h2>
        {isBusy ? (
          <Button disabled={run.isPending} onClick={() => run.mutate("DELETE")}>
            Stop
          </Button>
        ) : (
          <Button disabled={run.isPending} onClick={() => run.mutate("POST")}>
            {verification === null ? "Check it" : verification.status === "stopped" ? "Go on" : "Check it again"}
          </Button>
        )}
      </div>
      {run.error === null ? null : (
        <p role="alert" className="text-bad">
          {run.error.message}
        </p>
      )}
      {verification === null ? (
        <p className="text-soft">
          Nobody has judged its solutions yet. They have to pass, and buggy programs to fail; what does not would count against
          every model.
        </p>
      ) : (
        <Figures verification={verification} title={title} />
      )}
      <RemarkTables benchmarkId={id} remarks={remarks} verification={verification} />
    </section>
  );
}

function Figures({ verification, title }: { verification: Verification; title: string }) {
  const { status, reason, programs, references, buggy, harnessVersion, endedAt } = verification;
  const judged = judgedOf(verification);
  if (programs === 0) return <p className="text-soft">It has neither solutions nor buggy programs that could be judged.</p>;
  return (
    <div aria-live="polite" className="tabular-nums">
      {isUnderWay(verification) ? (
        <div className="my-1 grid max-w-100 gap-1">
          <p>
            {judged.toLocaleString("en")} <span className="text-soft">of {programs.toLocaleString("en")} programs judged</span>
          </p>
          <CheckBar label={`Check of ${title}`} judged={judged} programs={programs} />
        </div>
      ) : null}
      {status === "stopped" ? (
        <p className="text-warn">
          Stopped at {judged.toLocaleString("en")} of {programs.toLocaleString("en")} programs. {reason}
        </p>
      ) : null}
      <p>
        {references.programs === 0 ? null : (
          <>
            <b className="font-semibold">
              {references.asExpected.toLocaleString("en")} of {references.programs.toLocaleString("en")}
            </b>{" "}
            solutions pass
          </>
        )}
        {references.programs > 0 && buggy.programs > 0 ? " · " : null}
        {buggy.programs === 0 ? null : (
          <>
            <b className="font-semibold">
              {buggy.asExpected.toLocaleString("en")} of {buggy.programs.toLocaleString("en")}
            </b>{" "}
            buggy programs fail
          </>
        )}
        <span className="text-soft">
          {" "}
          · harness {harnessVersion}
          {endedAt === null ? "" : ` · ${endedAt.slice(0, 16).replace("T", " ")} UTC`}
        </span>
      </p>
    </div>
  );
}
