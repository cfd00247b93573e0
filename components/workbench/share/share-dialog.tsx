"use client";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useId } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextField } from "@/components/ui/text-field";
import { useCopy } from "@/components/ui/use-copy";
import { encodeStateless } from "@/lib/links/encode-stateless";
import { createLinkMutation } from "@/lib/links/queries";
import { useProgram, useStepping, useWorkbench } from "../workbench-context";
import { toView } from "../workbench-state";

/** Three kinds of link to exactly this view. Nothing is stored until a short link is asked for. */
export function ShareDialog({ onClose }: { onClose: () => void }) {
  const { state, recording, isStale } = useWorkbench();
  const { step } = useStepping();
  const program = useProgram();
  const view = toView(state, step);
  const made = useMutation(createLinkMutation());
  const stateless = useQuery({
    queryKey: ["stateless", program, view, isStale ? null : recording?.id],
    queryFn: async () => {
      const known = isStale || recording === null ? {} : { recordingId: recording.id };
      return `${window.location.origin}/trace#${await encodeStateless({ version: 1, ...program, view, ...known })}`;
    },
  });
  const origin = window.location.origin;
  const canStore = recording !== null && !isStale;
  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      title="Share this view"
      description="A link opens the same program, panes, options and step."
    >
      <div className="grid gap-5 p-4">
        <section className="grid gap-1.5">
          <h3 className="font-semibold">Short link</h3>
          <p className="text-soft">Kept on this server with its recording. The same view always gets the same link.</p>
          {made.data === undefined ? (
            <Button
              look="main"
              className="justify-self-start"
              disabled={!canStore || made.isPending}
              onClick={() => (recording === null ? undefined : made.mutate({ recordingId: recording.id, view }))}
            >
              Make a short link
            </Button>
          ) : (
            <LinkLine label="Short link" text={`${origin}${made.data.path}`} />
          )}
          {canStore ? null : <p className="text-warn">Record the program first: a short link keeps its recording.</p>}
          {made.error === null ? null : <p className="text-bad">{made.error.message}</p>}
        </section>
        <section className="grid gap-1.5">
          <h3 className="font-semibold">Link that stores nothing</h3>
          <p className="text-soft">The program is in the link itself, after the #, which browsers do not send to the server.</p>
          <LinkLine label="Link that stores nothing" text={stateless.data ?? ""} />
          {(stateless.data?.length ?? 0) > 8_000 ? (
            <p className="text-warn">This link is long; some mail and chat programs cut it.</p>
          ) : null}
        </section>
        <section className="grid gap-1.5">
          <h3 className="font-semibold">Embed</h3>
          <p className="text-soft">A read-only frame for a web page or a notebook.</p>
          {made.data === undefined ? (
            <p className="text-faint">Make a short link first.</p>
          ) : (
            <LinkLine
              label="Embed code"
              text={`<iframe src="${origin}/embed/${made.data.id}" title="Execution trace" width="100%" height="640" style="border:0"></iframe>`}
            />
          )}
        </section>
      </div>
    </Dialog>
  );
}

function LinkLine({ label, text }: { label: string; text: string }) {
  const copy = useCopy();
  const id = useId();
  return (
    <div className="flex gap-2">
      <TextField
        id={id}
        aria-label={label}
        readOnly
        value={text}
        className="w-full font-mono text-xs"
        onFocus={(event) => event.currentTarget.select()}
      />
      <Button disabled={text === ""} aria-label={`Copy: ${label}`} onClick={() => copy(text, label)}>
        Copy
      </Button>
    </div>
  );
}
