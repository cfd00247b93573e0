/** Bytes as they arrive, taken out in the sizes that are wanted; copies each byte at most once. */
export class ByteQueue {
  #chunks: Buffer[] = [];
  #first = 0;
  length = 0;

  push(chunk: Buffer): void {
    this.#chunks.push(chunk);
    this.length += chunk.byteLength;
  }

  /** The next `count` bytes, or null when so many have not arrived. */
  take(count: number): Buffer | null {
    if (count > this.length) return null;
    this.length -= count;
    const head = this.#chunks[0];
    if (head !== undefined && head.byteLength - this.#first >= count) return this.#advance(head, count);
    return this.#gather(count);
  }

  /** The next `count` bytes without taking them; fewer when fewer have arrived. */
  peek(count: number): Buffer {
    return Buffer.concat([this.#chunks[0]?.subarray(this.#first) ?? Buffer.alloc(0), ...this.#chunks.slice(1)]).subarray(
      0,
      count,
    );
  }

  #advance(head: Buffer, count: number): Buffer {
    const taken = head.subarray(this.#first, this.#first + count);
    this.#first += count;
    if (this.#first === head.byteLength) {
      this.#chunks.shift();
      this.#first = 0;
    }
    return taken;
  }

  #gather(count: number): Buffer {
    const whole = Buffer.allocUnsafe(count);
    let filled = 0;
    let used = 0;
    for (const chunk of this.#chunks) {
      const rest = chunk.subarray(this.#first);
      const part = rest.subarray(0, count - filled);
      part.copy(whole, filled);
      filled += part.byteLength;
      if (part.byteLength < rest.byteLength) {
        this.#first += part.byteLength;
        break;
      }
      this.#first = 0;
      used += 1;
      if (filled === count) break;
    }
    this.#chunks = this.#chunks.slice(used);
    return whole;
  }
}
