import type { Adapter } from "@/lib/adapters/adapter";

/** What the study's four released dialects have in common. */
export const tracewiseDialect = {
  paper: {
    title: "Do Code Semantics Help? A Comprehensive Study on Execution Trace-Based Information for Code LLMs",
    url: "https://arxiv.org/abs/2509.11686",
  },
  dialect: "tracewise",
  version: "1",
  asReleased: true,
  options: [
    {
      name: "valueLength",
      label: "Characters per value",
      description:
        "Longer values lose their middle, and a change that falls into it is not seen. The release uses 40, and 100 where it passes a problem's input as one argument.",
      type: "integer",
      default: 40,
      minimum: 8,
      maximum: 100_000,
    },
    {
      name: "releasedCut",
      label: "Cut as released",
      description:
        "Cuts the text after 2,048 cl100k tokens, in the middle of whatever stands there and without a mark, as the release does.",
      type: "boolean",
      default: false,
    },
  ],
} as const satisfies Partial<Adapter>;
