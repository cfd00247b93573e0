"use client";
import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useEffectEvent,
  useId,
  useState,
  useSyncExternalStore,
} from "react";
import { oneOf } from "@/components/ui/one-of";
import { readStored } from "@/components/ui/use-stored";
import type { Command } from "./command";
import { CommandRegistry } from "./command-registry";
import { isSingleCharacter, matchKeys } from "./match-keys";

export const singleKeysKey = "polytrace:single-keys";
export const singleKeysSchema = oneOf(true, false);

const RegistryContext = createContext(new CommandRegistry());

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable ||
    target.closest(
      "input:not([type=range]), textarea, select, [role=textbox], .monaco-editor, [role=dialog], [role=menu], [role=listbox]",
    ) !== null
  );
}

/** Owns the keyboard: every command registered by a mounted component answers to its keys. */
export function CommandProvider({ children }: { children: ReactNode }) {
  const [registry] = useState(() => new CommandRegistry());
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return;
    const typing = isTyping(event.target);
    const command = registry
      .list()
      .find(({ keys, whileTyping }) => keys !== undefined && matchKeys(keys, event) && (whileTyping || !typing));
    if (command?.keys === undefined) return;
    if (isSingleCharacter(command.keys) && readStored(singleKeysKey, singleKeysSchema) === false) return;
    event.preventDefault();
    command.run();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event);
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, []);
  return <RegistryContext value={registry}>{children}</RegistryContext>;
}

/** Everything that can be done on the page now. */
export function useCommandList(): readonly Command[] {
  const { subscribe, list } = useContext(RegistryContext);
  return useSyncExternalStore(subscribe, list, list);
}

/** Offers commands while the calling component is on the page; `commands` must be stable between renders. */
export function useCommands(commands: readonly Command[]): void {
  const owner = useId();
  const registry = useContext(RegistryContext);
  useEffect(() => {
    registry.set(owner, commands);
    return () => registry.set(owner, null);
  }, [owner, registry, commands]);
}
