/** The pairs that a setting names, each once. */
export function chosenPairs(contrasts: string | null): readonly { readonly armId: string; readonly baselineId: string }[] {
  const named = new Set((contrasts ?? "").split(",").filter((pair) => pair !== ""));
  return [...named].flatMap((pair) => {
    const [armId, baselineId, more] = pair.split("~");
    if (!armId || !baselineId || more !== undefined || armId === baselineId) return [];
    return [{ armId, baselineId }];
  });
}
