"use client";
import { usePathname, useRouter } from "next/navigation";
import { useMemo } from "react";
import type { Command } from "@/components/commands/command";
import { useCommands } from "@/components/commands/command-provider";
import { classNames } from "@/components/ui/class-names";
import { PatientLink } from "@/components/ui/patient-link";
import { navigation } from "./navigation";

export function NavigationLinks() {
  const pathname = usePathname();
  const router = useRouter();
  useCommands(
    useMemo<readonly Command[]>(
      () => [
        { id: "go-home", title: "Home", group: "Go to", run: () => router.push("/") },
        ...navigation.map(
          ({ href, title }): Command => ({ id: `go-${title}`, title, group: "Go to", run: () => router.push(href) }),
        ),
      ],
      [router],
    ),
  );
  return navigation.map(({ href, title }) => {
    const current = pathname === href || pathname.startsWith(`${href}/`) || (href === "/trace" && pathname.startsWith("/t/"));
    return (
      <PatientLink
        key={href}
        href={href}
        aria-current={current ? "page" : undefined}
        className={classNames(
          "inline-flex h-11 items-center border-b-2 pt-0.5 hover:text-ink",
          current ? "border-accent text-ink" : "border-transparent text-soft",
        )}
      >
        {title}
      </PatientLink>
    );
  });
}
