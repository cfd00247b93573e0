"use client";
import { useQuery } from "@tanstack/react-query";
import { TriangleAlert } from "lucide-react";
import { bannerQuery } from "@/lib/health/queries";

/** Says when this server cannot run programs, or runs them without a full jail. */
export function StatusBanner() {
  const { data: banner } = useQuery(bannerQuery());
  if (banner === undefined || banner === null) return null;
  return (
    <div role="status" className="flex items-start gap-2 border-b border-line bg-warn-soft px-4 py-1.5 text-warn">
      <TriangleAlert size={15} aria-hidden className="mt-0.5 shrink-0" />
      <span>{banner}</span>
    </div>
  );
}
