/** Code that stands where a startup message has its protocol version. */
const requests = { cancel: 80_877_102, ssl: 80_877_103, encryption: 80_877_104 } as const;

/** Part of an exchange. `boundary`: the server answers when it has got this one, so that what came before belongs to it. */
export type ExchangeMessage = { readonly kind: "startup" | "message" | "boundary"; readonly bytes: Uint8Array };
export type FrontendMessage =
  | ExchangeMessage
  | { readonly kind: "wants-encryption" }
  | { readonly kind: "cancel" }
  | { readonly kind: "terminate" };

type TypedMessage = { readonly type: string; readonly bytes: Buffer };

/** A statement after which the client sends rows. */
const copyIn = /^\s*copy\s.*\sfrom\s+stdin\b/is;
/** So much of a statement is looked at. */
const COPY_HEAD_BYTES = 2_000;

/** Cuts the byte stream of one connection into messages of the PostgreSQL protocol. */
export class MessageReader {
  #buffer = Buffer.alloc(0);
  /** What came after `#buffer`, kept apart until a message can be whole: joining at every piece would copy a long one again and again. */
  #pieces: Uint8Array[] = [];
  #waitingBytes = 0;
  #wantedBytes = 0;
  #hasStarted = false;
  /** A COPY with the rows that came so far. The database takes it only whole, so that it becomes one message. */
  #copying: Uint8Array[] | null = null;

  /** The messages that the piece completes. */
  read(piece: Uint8Array): FrontendMessage[] {
    this.#pieces.push(piece);
    this.#waitingBytes += piece.length;
    if (this.#waitingBytes < this.#wantedBytes) return [];
    this.#buffer = Buffer.concat([this.#buffer, ...this.#pieces]);
    this.#pieces = [];
    const messages: FrontendMessage[] = [];
    for (let next = this.#take(); next !== null; next = this.#take()) messages.push(next);
    this.#waitingBytes = this.#buffer.length;
    return messages;
  }

  #take(): FrontendMessage | null {
    return this.#hasStarted ? this.#takeMessage() : this.#takeStartup();
  }

  #takeStartup(): FrontendMessage | null {
    if (this.#buffer.length < 8) return null;
    const length = this.#buffer.readInt32BE(0);
    if (this.#buffer.length < length) return null;
    const code = this.#buffer.readInt32BE(4);
    const bytes = this.#cut(length);
    if (code === requests.ssl || code === requests.encryption) return { kind: "wants-encryption" };
    if (code === requests.cancel) return { kind: "cancel" };
    this.#hasStarted = true;
    return { kind: "startup", bytes };
  }

  #takeMessage(): FrontendMessage | null {
    for (let next = this.#cutMessage(); next !== null; next = this.#cutMessage()) {
      const message = this.#toMessage(next);
      if (message !== null) return message;
    }
    return null;
  }

  #cutMessage(): TypedMessage | null {
    this.#wantedBytes = 5;
    if (this.#buffer.length < 5) return null;
    const length = 1 + this.#buffer.readInt32BE(1);
    this.#wantedBytes = length;
    if (this.#buffer.length < length) return null;
    return { type: String.fromCharCode(this.#buffer[0] ?? 0), bytes: this.#cut(length) };
  }

  /** Null for a part of a COPY that has not come to its end. */
  #toMessage({ type, bytes }: TypedMessage): FrontendMessage | null {
    if (type === "X") return { kind: "terminate" };
    if (this.#copying !== null) return this.#continueCopy(this.#copying, { type, bytes });
    if (type === "Q" && copyIn.test(bytes.toString("utf8", 5, COPY_HEAD_BYTES))) {
      this.#copying = [bytes];
      return null;
    }
    // Query, Sync and FunctionCall are each answered with ReadyForQuery.
    return { kind: type === "Q" || type === "S" || type === "F" ? "boundary" : "message", bytes };
  }

  #continueCopy(parts: Uint8Array[], { type, bytes }: TypedMessage): FrontendMessage | null {
    parts.push(bytes);
    const isEnd = type === "c" || type === "f";
    if (!isEnd) return null;
    this.#copying = null;
    return { kind: "boundary", bytes: Buffer.concat(parts) };
  }

  #cut(length: number): Buffer {
    const bytes = this.#buffer.subarray(0, length);
    this.#buffer = this.#buffer.subarray(length);
    return bytes;
  }
}
