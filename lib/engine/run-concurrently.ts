/**
 * Works on all items, so many at a time, in order. When one fails nothing new is started; the first failure is thrown when all that was
 * under way has ended, so that nothing goes on behind the caller's back.
 */
export async function runConcurrently<Item, Result>(
  items: readonly Item[],
  limit: number,
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const failures: unknown[] = [];
  let next = 0;
  const go = async () => {
    while (next < items.length && failures.length === 0) {
      const index = next;
      next += 1;
      const item = items[index];
      if (item === undefined) continue;
      try {
        results[index] = await work(item);
      } catch (error) {
        failures.push(error);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, go));
  if (failures.length > 0) throw failures[0];
  return results;
}
