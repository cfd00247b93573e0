import { expect, test } from "vitest";
import { ByteQueue } from "./byte-queue";

test("bytes come out in any sizes as they went in", () => {
  const queue = new ByteQueue();
  const all = Buffer.from(Array.from({ length: 1000 }, (_, index) => index % 251));
  for (let at = 0; at < all.length; at += 7) queue.push(all.subarray(at, at + 7));
  const taken: Buffer[] = [];
  for (let size = 1; ; size += 1) {
    const part = queue.take(size);
    if (part === null) break;
    expect(part.byteLength).toBe(size);
    taken.push(part);
  }
  const rest = queue.take(queue.length);
  expect(Buffer.concat([...taken, rest ?? Buffer.alloc(0)]).equals(all)).toBe(true);
  expect(queue.length).toBe(0);
});

test("more than has arrived is not given", () => {
  const queue = new ByteQueue();
  queue.push(Buffer.from("ab"));
  queue.push(Buffer.from("c"));
  expect(queue.take(4)).toBeNull();
  expect(queue.take(1)?.toString()).toBe("a");
  expect(queue.peek(5).toString()).toBe("bc");
  expect(queue.take(2)?.toString()).toBe("bc");
  expect(queue.take(0)?.byteLength).toBe(0);
});
