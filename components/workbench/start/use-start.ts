"use client";
import { skipToken, useQuery } from "@tanstack/react-query";
import { examplesQuery } from "@/lib/examples/queries";
import type { Example } from "@/lib/examples/schema";
import { decodeStateless } from "@/lib/links/encode-stateless";
import type { StatelessLink } from "@/lib/links/schema";
import type { RecordingDetail } from "@/lib/recordings/api-schema";
import { recordingQuery } from "@/lib/recordings/queries";
import type { Start } from "./start";
import type { Address } from "./use-address";

export type Starting = { readonly start: Start | null; readonly error: Error | null };

const blank: Start = {
  program: { source: "def f(n):\n    return n * n\n", entry: { kind: "call", expression: "f(3)" } },
  recordingId: null,
  view: null,
  step: null,
  recordsAtOnce: false,
  notice: null,
};

/** Finds out what to open for an address: a link's program, a known recording, or an example. */
export function useStart({ fragment, recording, example, step }: Address): Starting {
  const link = useQuery({
    queryKey: ["stateless-link", fragment],
    queryFn: fragment === "" ? skipToken : () => decodeStateless(fragment),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const wanted = link.data?.recordingId ?? recording;
  const known = useQuery({ ...recordingQuery(wanted ?? ""), enabled: wanted !== null, retry: false });
  const needsExample = (fragment === "" && recording === null) || link.data === null || known.isError;
  const examples = useQuery({ ...examplesQuery(), enabled: needsExample });
  if (link.data) return fromLink(link.data, known.data ?? null, wanted !== null && known.isPending);
  if (fragment !== "" && link.isPending) return { start: null, error: null };
  if (link.data !== null && recording !== null && !known.isError) {
    return { start: known.data === undefined ? null : fromRecording(known.data, step), error: null };
  }
  if (examples.error !== null) return { start: null, error: examples.error };
  if (examples.data === undefined) return { start: null, error: null };
  return {
    start: fromExample(
      examples.data,
      example,
      noticeFor({ isBroken: link.data === null, isGone: known.isError, slug: example }, examples.data),
    ),
    error: null,
  };
}

function fromLink(link: StatelessLink, known: RecordingDetail | null, isPending: boolean): Starting {
  if (isPending) return { start: null, error: null };
  const { source, entry, view } = link;
  const isSame = known !== null && known.header.source === source && JSON.stringify(known.header.entry) === JSON.stringify(entry);
  const notice = isSame ? null : "This link carries its program. Nothing runs until you record it.";
  const recordingId = isSame ? known.id : null;
  return { start: { program: { source, entry }, recordingId, view, step: view.step, recordsAtOnce: false, notice }, error: null };
}

/** A recording with the program it was made from, at a step. */
export function fromRecording(detail: RecordingDetail, step: number | null): Start {
  const { source, entry } = detail.header;
  return { program: { source, entry }, recordingId: detail.id, view: null, step, recordsAtOnce: false, notice: null };
}

function fromExample(examples: readonly Example[], slug: string | null, notice: string | null): Start {
  const chosen = examples.find((example) => example.slug === slug) ?? examples[0];
  if (chosen === undefined) return { ...blank, notice };
  return { ...blank, program: { source: chosen.source, entry: chosen.entry }, recordsAtOnce: true, notice };
}

type Trouble = { readonly isBroken: boolean; readonly isGone: boolean; readonly slug: string | null };

function noticeFor({ isBroken, isGone, slug }: Trouble, examples: readonly Example[]): string | null {
  if (isBroken) return "The link is damaged: its end may have been cut off. An example is shown instead.";
  if (isGone) return "That recording is not on this server any more. An example is shown instead.";
  const isUnknown = slug !== null && !examples.some((example) => example.slug === slug);
  return isUnknown ? `There is no example called ${slug}.` : null;
}
