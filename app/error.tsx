"use client";
import { Button } from "@/components/ui/button";

export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <main className="mx-auto grid max-w-prose gap-3 px-6 py-20">
      <h1 className="text-2xl font-semibold tracking-tight">This page failed</h1>
      <p className="text-soft">{error.message}</p>
      {error.digest === undefined ? null : (
        <p className="text-faint">The server&apos;s log has the details under {error.digest}.</p>
      )}
      <Button look="main" className="justify-self-start" onClick={reset}>
        Try again
      </Button>
    </main>
  );
}
