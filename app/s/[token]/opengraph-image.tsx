import { ImageResponse } from "next/og";
import { PREVIEW_SIZE, PreviewPicture } from "@/components/results/preview-picture";
import { findSection } from "@/lib/results/find-section";
import { loadShare } from "@/lib/shares/load-share";

export const size = PREVIEW_SIZE;
export const contentType = "image/png";
export const alt = "Differences with their intervals";

export default async function Image({ params }: { params: Promise<{ token: string }> }) {
  const shared = await loadShare((await params).token);
  if (shared === null) return new Response(null, { status: 404 });
  const { report, query } = shared;
  const section = findSection(report, new URLSearchParams(query).get("section"));
  return new ImageResponse(<PreviewPicture report={report} section={section} />, {
    ...size,
    headers: { "Cache-Control": "private, no-cache" },
  });
}
