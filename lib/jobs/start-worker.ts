import { createServices } from "@/lib/engine/create-services";
import { readEnvironment } from "@/lib/environment/read-environment";
import { deleteExpiredRecordings } from "@/lib/recordings/data";
import { workOnExperiments } from "./experiment-queue";
import { openQueue } from "./open-queue";
import { workOnVerifications } from "./verification-queue";

const EXPIRE_RECORDINGS = "recordings.expire";
/** Every ten minutes; what has expired is hidden from readers at once, this only frees the space. */
const EXPIRE_SCHEDULE = "*/10 * * * *";

export type Worker = { readonly stop: () => Promise<void> };

/** Works on jobs until stopped. Any number of workers may run, on any number of machines that share the database. */
export async function startWorker(): Promise<Worker> {
  const queue = await openQueue();
  // "exclusive": one such job at a time, waiting or running, however many workers there are.
  await queue.createQueue(EXPIRE_RECORDINGS, { policy: "exclusive", retryLimit: 3, expireInSeconds: 600 });
  await queue.work(EXPIRE_RECORDINGS, async () => ({ deleted: await deleteExpiredRecordings(new Date()) }));
  await queue.schedule(EXPIRE_RECORDINGS, EXPIRE_SCHEDULE);
  await queue.send(EXPIRE_RECORDINGS);
  const services = await createServices(readEnvironment(process.env));
  const experiments = await workOnExperiments(queue, services);
  const verifications = await workOnVerifications(queue, services);
  const stop = async () => {
    await verifications.stop();
    await experiments.stop();
    await queue.stop({ graceful: true, timeout: 10_000 });
    await services.close();
  };
  return { stop };
}
