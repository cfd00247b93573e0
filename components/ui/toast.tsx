"use client";
import { createContext, type ReactNode, useCallback, useContext, useState } from "react";

type Message = { readonly id: number; readonly text: string };

const SHOWN_MS = 2_500;
/** Longer texts stay longer: about as fast as people read. */
const MS_PER_CHARACTER = 60;

const ToastContext = createContext<(text: string) => void>(() => undefined);

/** Says something short at the edge of the page, such as "Copied". */
export function useToast(): (text: string) => void {
  return useContext(ToastContext);
}

let lastId = 0;

export function ToastProvider({ children }: { children: ReactNode }) {
  const [messages, setMessages] = useState<readonly Message[]>([]);
  const say = useCallback((text: string) => {
    lastId += 1;
    const id = lastId;
    setMessages((before) => [...before.slice(-2), { id, text }]);
    const drop = () => setMessages((before) => before.filter((message) => message.id !== id));
    setTimeout(drop, Math.max(SHOWN_MS, text.length * MS_PER_CHARACTER));
  }, []);
  return (
    <ToastContext value={say}>
      {children}
      {/* There before its first message, as what is read out must be; said to be live, so that an open dialog does not hide it. */}
      <div
        role="status"
        aria-live="polite"
        className="pointer-events-none fixed right-4 bottom-28 z-60 flex flex-col items-end gap-2"
      >
        {messages.map((message) => (
          <p key={message.id} className="rounded-md bg-ink px-3 py-1.5 text-paper shadow-float">
            {message.text}
          </p>
        ))}
      </div>
    </ToastContext>
  );
}
