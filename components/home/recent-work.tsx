import { RecentExperiments } from "./recent-experiments";
import { RecentRecordings } from "./recent-recordings";

export function RecentWork() {
  return (
    <section aria-label="Recent work">
      <h2 id="recent" className="mb-2 text-lg font-semibold">
        Recent recordings
      </h2>
      <RecentRecordings />
      <h2 id="experiments" className="mt-8 mb-2 text-lg font-semibold">
        Recent experiments
      </h2>
      <RecentExperiments />
    </section>
  );
}
