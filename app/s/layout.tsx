import type { Metadata } from "next";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { publicAddress } from "@/lib/http/public-address";

/** Previews need the whole address of their picture, which only the request knows; said here, before the picture's own route is met. */
export async function generateMetadata(): Promise<Metadata> {
  return { metadataBase: publicAddress(await headers()) };
}

export default function ShareLayout({ children }: { children: ReactNode }) {
  return children;
}
