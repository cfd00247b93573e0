"use client";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { CommandProvider } from "@/components/commands/command-provider";
import { HintLayer } from "@/components/ui/hint-layer";
import { ToastProvider } from "@/components/ui/toast";

export function Providers({ children }: { children: ReactNode }) {
  const [client] = useState(
    () => new QueryClient({ defaultOptions: { queries: { staleTime: 60_000, retry: 1, refetchOnWindowFocus: false } } }),
  );
  return (
    <QueryClientProvider client={client}>
      <CommandProvider>
        <ToastProvider>{children}</ToastProvider>
      </CommandProvider>
      <HintLayer />
    </QueryClientProvider>
  );
}
