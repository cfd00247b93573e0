"use client";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { recentRecordingsQuery } from "@/lib/recordings/queries";
import { ListSkeleton } from "./list-skeleton";

export function RecentRecordings() {
  const { data, error } = useQuery(recentRecordingsQuery());
  if (error !== null) return <p className="text-bad">{error.message}</p>;
  if (data === undefined) return <ListSkeleton rows={5} />;
  if (data.recordings.length === 0) {
    return (
      <p className="text-soft">None yet. What you record is listed here; it is deleted after a while unless you share it.</p>
    );
  }
  return (
    <ul className="border-t border-line">
      {data.recordings.map(({ id, title, status, steps, createdAt }) => (
        <li key={id} className="border-b border-line">
          <Link href={`/trace?recording=${id}`} className="group -mx-2 block rounded-md px-2 py-2 hover:bg-sunken">
            <code className="block truncate group-hover:text-accent">{title}</code>
            <span className="flex gap-3 text-soft">
              <span>{status}</span>
              <span className="tabular-nums">
                {steps.toLocaleString("en")} {steps === 1 ? "step" : "steps"}
              </span>
              <span className="grow" />
              <time dateTime={createdAt} className="text-faint">
                {new Date(createdAt).toLocaleString("en", { dateStyle: "medium", timeStyle: "short" })}
              </time>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
