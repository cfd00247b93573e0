import { Suspense } from "react";
import { CommandPalette } from "@/components/commands/command-palette";
import { ShortcutsDialog } from "@/components/commands/shortcuts-dialog";
import { PatientLink } from "@/components/ui/patient-link";
import { HeaderActionsSlot } from "./header-actions";
import { Logo } from "./logo";
import { NavigationLinks } from "./navigation-links";
import { ThemeMenu } from "./theme-menu";

export function AppHeader() {
  return (
    <header className="flex h-11 shrink-0 items-center gap-5 border-b border-line bg-surface px-4 max-sm:gap-3 max-sm:px-3">
      <PatientLink href="/" className="flex items-center gap-2 font-semibold tracking-tight">
        <Logo />
        Polytrace
      </PatientLink>
      <nav aria-label="Parts of Polytrace" className="flex gap-5 overflow-x-auto">
        <Suspense fallback={null}>
          <NavigationLinks />
        </Suspense>
      </nav>
      <span className="grow" />
      <div className="flex items-center gap-1">
        <CommandPalette />
        <ShortcutsDialog />
        <ThemeMenu />
        <HeaderActionsSlot />
      </div>
    </header>
  );
}
