"use client";
import { Toast } from "radix-ui";
import { createContext, type ReactNode, useCallback, useContext, useState } from "react";

type Message = { readonly id: number; readonly text: string };

const ToastContext = createContext<(text: string) => void>(() => undefined);

/** Says something short at the edge of the page, such as "Copied". */
export function useToast(): (text: string) => void {
  return useContext(ToastContext);
}

export function ToastProvider({ children }: { children: ReactNode }) {
  const [messages, setMessages] = useState<readonly Message[]>([]);
  const say = useCallback(
    (text: string) => setMessages((before) => [...before.slice(-2), { id: (before.at(-1)?.id ?? 0) + 1, text }]),
    [],
  );
  const drop = (id: number) => setMessages((before) => before.filter((message) => message.id !== id));
  return (
    <ToastContext value={say}>
      {children}
      {/* Beside the page, not around it: it changes when it is first drawn, and React would throw away the page that is still coming. */}
      <Toast.Provider duration={2_500} swipeDirection="right">
        {messages.map((message) => (
          <Toast.Root
            key={message.id}
            onOpenChange={(open) => (open ? undefined : drop(message.id))}
            className="rounded-md bg-ink px-3 py-1.5 text-paper shadow-float"
          >
            <Toast.Description>{message.text}</Toast.Description>
          </Toast.Root>
        ))}
        <Toast.Viewport className="fixed right-4 bottom-28 z-60 flex flex-col items-end gap-2 outline-none" />
      </Toast.Provider>
    </ToastContext>
  );
}
