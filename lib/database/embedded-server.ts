import { once } from "node:events";
import { createServer, type Server, type Socket } from "node:net";
import type { PGlite } from "@electric-sql/pglite";
import { type ExchangeMessage, MessageReader } from "./message-reader";

type Connection = {
  readonly socket: Socket;
  /** Whole exchanges that wait, each the messages up to the one that is answered. */
  readonly exchanges: Uint8Array[][];
  collected: Uint8Array[];
  isOpen: boolean;
};

/**
 * Lets many connections use the one session that the embedded database has. Messages of one exchange are never mixed with another's:
 * Parse, Bind and Execute name nothing, so that a message between them from elsewhere would change what is executed. A connection in a
 * transaction keeps the session until that ends.
 */
export class EmbeddedServer {
  readonly #database: PGlite;
  readonly #server: Server;
  readonly #connections = new Set<Connection>();
  readonly #waiting: Connection[] = [];
  #owner: Connection | null = null;
  #isWorking = false;

  constructor(database: PGlite) {
    this.#database = database;
    this.#server = createServer((socket) => this.#accept(socket));
  }

  async listen(path: string): Promise<void> {
    this.#server.listen(path);
    await once(this.#server, "listening");
  }

  async close(): Promise<void> {
    this.#server.close();
    for (const { socket } of this.#connections) socket.destroy();
    if (this.#server.listening) await once(this.#server, "close");
    while (this.#isWorking) await new Promise((resolve) => setTimeout(resolve, 5));
  }

  #accept(socket: Socket): void {
    const connection: Connection = { socket, exchanges: [], collected: [], isOpen: true };
    const reader = new MessageReader();
    this.#connections.add(connection);
    socket.setNoDelay(true);
    socket.on("data", (piece) => {
      for (const message of reader.read(piece)) {
        if (message.kind === "wants-encryption") socket.write("N");
        else if (message.kind === "cancel" || message.kind === "terminate") socket.end();
        else this.#collect(connection, message);
      }
    });
    // The peer's going away is not this server's fault; "close" follows.
    socket.on("error", () => undefined);
    socket.on("close", () => {
      connection.isOpen = false;
      connection.exchanges.length = 0;
      this.#connections.delete(connection);
      if (this.#owner === connection) this.#advance();
    });
  }

  #collect(connection: Connection, message: ExchangeMessage): void {
    connection.collected.push(message.bytes);
    if (message.kind === "message") return;
    connection.exchanges.push(connection.collected);
    connection.collected = [];
    this.#waiting.push(connection);
    this.#advance();
  }

  #advance(): void {
    if (this.#isWorking) return;
    this.#isWorking = true;
    void this.#work().finally(() => {
      this.#isWorking = false;
    });
  }

  async #work(): Promise<void> {
    for (;;) {
      if (this.#owner !== null && !this.#owner.isOpen) await this.#rollBack();
      const connection = this.#nextConnection();
      const exchange = connection?.exchanges.shift();
      if (connection === null) return;
      if (exchange !== undefined) await this.#exchange(connection, exchange);
    }
  }

  #nextConnection(): Connection | null {
    const index = this.#owner === null ? 0 : this.#waiting.indexOf(this.#owner);
    return index < 0 ? null : (this.#waiting.splice(index, 1)[0] ?? null);
  }

  async #exchange(connection: Connection, messages: readonly Uint8Array[]): Promise<void> {
    const tail = new StatusTail();
    const onRawData = (data: Uint8Array) => {
      tail.add(data);
      if (connection.socket.writable) connection.socket.write(Uint8Array.from(data));
    };
    try {
      await this.#database.runExclusive(async () => {
        for (const message of messages) await this.#database.execProtocolRawStream(message, { onRawData });
      });
      this.#owner = tail.isInTransaction() ? connection : null;
    } catch (error) {
      console.error("The embedded database failed:", error instanceof Error ? error.message : error);
      connection.socket.destroy();
      this.#owner = connection;
    }
  }

  async #rollBack(): Promise<void> {
    this.#owner = null;
    await this.#database.exec("ROLLBACK").catch(() => undefined);
  }
}

/** The last bytes of an answer: ReadyForQuery, whose status byte says whether a transaction is open. */
class StatusTail {
  #bytes = Buffer.alloc(0);

  add(data: Uint8Array): void {
    this.#bytes = Buffer.concat([this.#bytes, data.subarray(-6)]).subarray(-6);
  }

  isInTransaction(): boolean {
    if (this.#bytes.length < 6 || String.fromCharCode(this.#bytes[0] ?? 0) !== "Z") return false;
    return String.fromCharCode(this.#bytes[5] ?? 0) !== "I";
  }
}
