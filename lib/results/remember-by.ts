/** A pure function of an object that answers for the same object only once, for as long as anybody holds it. */
export function rememberBy<Key extends object, Value>(work: (key: Key) => Value): (key: Key) => Value {
  const known = new WeakMap<Key, { readonly value: Value }>();
  return (key) => {
    const there = known.get(key) ?? { value: work(key) };
    known.set(key, there);
    return there.value;
  };
}
