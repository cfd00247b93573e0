import { packFragment, unpackFragment } from "./pack-fragment";
import { type StatelessLink, statelessSchema } from "./schema";

/** A program with its view as text for the fragment of an address. */
export function encodeStateless(link: StatelessLink): Promise<string> {
  return packFragment(link);
}

/** The content of a fragment made by `encodeStateless`, or null when it is damaged or not one. */
export async function decodeStateless(fragment: string): Promise<StatelessLink | null> {
  return statelessSchema.safeParse(await unpackFragment(fragment)).data ?? null;
}
