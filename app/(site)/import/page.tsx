import type { Metadata } from "next";
import { ImportPage } from "@/components/imports/import-page";
import { formats } from "@/lib/formats/registry";

export const metadata: Metadata = { title: "Import" };

export default function Page() {
  return <ImportPage formats={formats.map(({ title, description }) => ({ title, description }))} />;
}
