"use client";
import type { Route } from "next";
import Link from "next/link";
import { type AnchorHTMLAttributes, useState } from "react";

type Props = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, "href" | "onMouseEnter" | "onFocus"> & { readonly href: Route };

/** A link whose page is fetched ahead once somebody points at it: a page full of links would load the code of all the others. */
export function PatientLink(props: Props) {
  const [isWanted, setWanted] = useState(false);
  const want = () => setWanted(true);
  return <Link {...props} prefetch={isWanted ? null : false} onMouseEnter={want} onFocus={want} />;
}
