import { createHash, randomBytes } from "node:crypto";

/** 192 random bits: nobody finds a share by trying. */
export function makeShareToken(): string {
  return randomBytes(24).toString("base64url");
}

/** What is kept of a token; whoever reads the database cannot open a share with it. */
export function hashShareToken(token: string): string {
  return createHash("sha256").update(`polytrace-share:${token}`).digest("hex");
}

const SHAPE = /^[A-Za-z0-9_-]{32}$/;

export function isShareToken(text: string): boolean {
  return SHAPE.test(text);
}
