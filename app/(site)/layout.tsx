import type { ReactNode } from "react";
import { AppHeader } from "@/components/shell/app-header";
import { StatusBanner } from "@/components/shell/status-banner";

export default function SiteLayout({ children }: { children: ReactNode }) {
  return (
    <div className="flex min-h-dvh flex-col">
      <a href="#content" className="skip-link rounded-md bg-accent px-3 py-1.5 text-accent-ink">
        Skip to content
      </a>
      <AppHeader />
      <StatusBanner />
      <main id="content" tabIndex={-1} className="flex min-h-0 grow flex-col outline-none">
        {children}
      </main>
    </div>
  );
}
