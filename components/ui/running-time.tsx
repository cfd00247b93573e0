"use client";
import { useEffect, useState } from "react";

/** Seconds since a moment, while something runs. */
export function RunningTime({ since }: { since: number }) {
  const [now, setNow] = useState(since);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 100);
    return () => clearInterval(timer);
  }, []);
  return <span className="tabular-nums">{Math.max(0, (now - since) / 1000).toFixed(1)} s</span>;
}
