import { z } from "zod";

/** A task id as the source has it; MBPP's are whole numbers, kept as their digits. */
export const taskIdSchema = z.union([z.string().min(1), z.int()]).transform(String);
