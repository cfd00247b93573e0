"use client";
import { ExternalLink } from "lucide-react";
import Link from "next/link";
import { Logo } from "@/components/shell/logo";
import type { Link as SharedLink } from "@/lib/links/api-schema";
import { LinkStart } from "./link-start";

/** A read-only workbench for the frame of another page, with the way to the full one. */
export function EmbedFrame({ link }: { link: SharedLink }) {
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="flex h-11 shrink-0 items-center gap-2 border-b border-line bg-surface px-3">
        <Logo />
        <span className="font-semibold">Polytrace</span>
        <span className="grow" />
        <Link href={`/t/${link.id}`} target="_blank" className="inline-flex items-center gap-1.5 text-soft hover:text-ink">
          Open in Polytrace <ExternalLink size={13} aria-hidden />
        </Link>
      </header>
      <main className="flex min-h-0 grow flex-col">
        <LinkStart link={link} readOnly />
      </main>
    </div>
  );
}
