import type { PgBoss } from "pg-boss";

const FEED_EVERY_MS = 1_000;

/** Long work whose worker may be killed: a job comes back when its heartbeats fail to come, and is in the queue once. */
export const longWork = {
  policy: "exclusive",
  retryLimit: 1_000,
  retryDelay: 1,
  expireInSeconds: 86_000,
  heartbeatSeconds: 10,
  deleteAfterSeconds: 3_600,
} as const;

/** How workers look for such jobs and say that they live. */
export const longWorker = { pollingIntervalSeconds: 0.5, heartbeatRefreshSeconds: 3 } as const;

type Todo = { readonly data: object; readonly singletonKey: string };

export type Feed = {
  readonly queue: PgBoss;
  readonly name: string;
  /** What is to be done now, whether it is in the queue already or not. */
  readonly list: () => Promise<readonly Todo[]>;
};

/** Puts what is to be done into the queue, again and again, so that nothing depends on a message that a killed server did not send. */
export function feedQueue({ queue, name, list }: Feed): { stop: () => Promise<void> } {
  const stopping = Promise.withResolvers<void>();
  let isStopped = false;
  const feed = async () => {
    while (!isStopped) {
      try {
        const todo = await list();
        if (todo.length > 0 && !isStopped) await queue.insert(name, [...todo]);
      } catch (error) {
        if (!isStopped)
          console.error(`What is to be done for ${name} could not be read:`, error instanceof Error ? error.message : error);
      }
      const timer = Promise.withResolvers<void>();
      const handle = setTimeout(timer.resolve, FEED_EVERY_MS);
      await Promise.race([timer.promise, stopping.promise]);
      clearTimeout(handle);
    }
  };
  const fed = feed();
  return {
    stop: async () => {
      isStopped = true;
      stopping.resolve();
      await fed;
    },
  };
}
