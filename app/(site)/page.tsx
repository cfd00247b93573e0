import { Suspense } from "react";
import { ExampleList } from "@/components/home/example-list";
import { FormatList } from "@/components/home/format-list";
import { HomeIntroduction } from "@/components/home/home-introduction";
import { ListSkeleton } from "@/components/home/list-skeleton";
import { RecentWork } from "@/components/home/recent-work";

export default function HomePage() {
  return (
    <div className="mx-auto w-full max-w-6xl px-6 py-10 max-sm:px-4 max-sm:py-6">
      <HomeIntroduction />
      <div className="mt-10 grid gap-x-12 gap-y-10 lg:grid-cols-[3fr_2fr]">
        <section aria-labelledby="examples">
          <h2 id="examples" className="mb-2 text-lg font-semibold">
            Open an example
          </h2>
          <Suspense fallback={<ListSkeleton rows={9} />}>
            <ExampleList />
          </Suspense>
        </section>
        <RecentWork />
      </div>
      <section aria-labelledby="formats" className="mt-12">
        <h2 id="formats" className="mb-2 text-lg font-semibold">
          The formats
        </h2>
        <FormatList />
      </section>
    </div>
  );
}
