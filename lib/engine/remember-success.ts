/** Does work once per key and gives everybody who asks the same result; work that failed is done again by the next one who asks. */
export function rememberSuccess<Result>(): (key: string, work: () => Promise<Result>) => Promise<Result> {
  const made = new Map<string, Promise<Result>>();
  return (key, work) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const result = work();
    made.set(key, result);
    result.catch(() => made.delete(key));
    return result;
  };
}
