import { AppHeader } from "@/components/shell/app-header";
import { NotFoundMessage } from "@/components/shell/not-found-message";

export default function NotFound() {
  return (
    <div className="flex min-h-dvh flex-col">
      <AppHeader />
      <main>
        <NotFoundMessage />
      </main>
    </div>
  );
}
