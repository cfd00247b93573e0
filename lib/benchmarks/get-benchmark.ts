import { notFound } from "@/lib/http/not-found";
import type { Benchmark } from "./api-schema";
import { findBenchmarkById } from "./data";

/** The benchmark that a part of an address names. @throws AppError `not_found` */
export async function getBenchmark(segment: string): Promise<Benchmark> {
  const benchmark = await findBenchmarkById(decodeURIComponent(segment));
  if (benchmark === null) throw notFound("The benchmark");
  return benchmark;
}
