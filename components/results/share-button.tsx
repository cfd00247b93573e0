"use client";
import { lazy, Suspense, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { Report } from "@/lib/results/schema";

const ShareForm = lazy(() => import("./share-form").then((module) => ({ default: module.ShareForm })));

/** Makes, lists and ends read-only links to the results as they are now. */
export function ShareButton({ report }: { report: Report }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button look="main" onClick={() => setIsOpen(true)}>
        Share
      </Button>
      <Dialog
        open={isOpen}
        onOpenChange={setIsOpen}
        title="Share these results"
        description="Whoever has the link reads this report, as its data and numbers are now, and can change nothing."
      >
        <Suspense fallback={<div aria-busy="true" className="h-40 bg-sunken" />}>
          <ShareForm report={report} />
        </Suspense>
      </Dialog>
    </>
  );
}
