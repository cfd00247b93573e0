"use client";
import { createContext, useContext } from "react";

const RoundName = createContext("");
export const RoundNameProvider = RoundName.Provider;

/** A name for a part of a round that differs from that of the same part of every other round. */
export function useNameInRound(name: string): string {
  return `${name}, ${useContext(RoundName)}`;
}
