import path from "node:path";
import { z } from "zod";
import { type Limits, limitsSchema } from "@/lib/recordings/schema";

function parseJson(text: unknown): unknown {
  if (typeof text !== "string") return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

const environmentSchema = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().min(1).default("127.0.0.1"),
  POLYTRACE_DATA_DIR: z.string().min(1).default(".data"),
  DATABASE_URL: z.string().startsWith("postgres", "must be a postgresql:// URL").optional(),
  /** Comma-separated host names under which the server may be reached besides its own address. */
  POLYTRACE_ALLOWED_HOSTS: z.string().default(""),
  /** Comma-separated names of variables whose keys models may use where the server can be reached from other machines. */
  POLYTRACE_MODEL_KEYS: z.string().default(""),
  POLYTRACE_PYTHON: z.string().min(1).optional(),
  POLYTRACE_JAIL: z.enum(["none"]).optional(),
  POLYTRACE_WORKERS: z.coerce.number().int().min(1).max(256).optional(),
  POLYTRACE_QUEUE: z.coerce.number().int().min(1).max(100_000).default(64),
  POLYTRACE_QUEUE_PER_CLIENT: z.coerce.number().int().min(1).max(100_000).default(8),
  /** How long a recording that nobody saved or shared is kept. */
  POLYTRACE_RECORDING_DAYS: z.coerce.number().positive().default(7),
  /** How many proxies in front of this server append to X-Forwarded-For; 0 when browsers connect directly. */
  POLYTRACE_TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
  /** The highest limits that a run may ask for, as JSON; what is not named keeps its default. */
  POLYTRACE_MAXIMUM_LIMITS: z.preprocess(parseJson, limitsSchema.partial().strict()).default({}),
});

export type Environment = {
  port: number;
  host: string;
  dataDirectory: string;
  /** The user's own server, or undefined for the embedded one. */
  databaseUrl: string | undefined;
  allowedHosts: readonly string[];
  modelKeys: readonly string[];
  python: string | undefined;
  jail: "none" | undefined;
  workers: number | undefined;
  queueLimit: number;
  queueLimitPerClient: number;
  recordingDays: number;
  trustedProxies: number;
  maximumLimits: Partial<Limits>;
};

function splitList(text: string): string[] {
  return text
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

/** Reads the settings from environment variables; an error names the variable and what it must be. */
export function readEnvironment(source: Readonly<Record<string, string | undefined>>): Environment {
  const filled = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const parsed = environmentSchema.safeParse(filled);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
    throw new Error(`The environment has a setting that cannot be used. ${lines.join("; ")}`);
  }
  const value = parsed.data;
  return {
    port: value.PORT,
    host: value.HOST,
    dataDirectory: path.resolve(value.POLYTRACE_DATA_DIR),
    databaseUrl: value.DATABASE_URL,
    allowedHosts: splitList(value.POLYTRACE_ALLOWED_HOSTS),
    modelKeys: splitList(value.POLYTRACE_MODEL_KEYS),
    python: value.POLYTRACE_PYTHON,
    jail: value.POLYTRACE_JAIL,
    workers: value.POLYTRACE_WORKERS,
    queueLimit: value.POLYTRACE_QUEUE,
    queueLimitPerClient: value.POLYTRACE_QUEUE_PER_CLIENT,
    recordingDays: value.POLYTRACE_RECORDING_DAYS,
    trustedProxies: value.POLYTRACE_TRUSTED_PROXIES,
    maximumLimits: value.POLYTRACE_MAXIMUM_LIMITS,
  };
}
