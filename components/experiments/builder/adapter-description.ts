import type { describeAdapter } from "@/lib/adapters/describe-adapter";

/** An adapter as pages get it, without its functions. */
export type AdapterDescription = ReturnType<typeof describeAdapter>;
