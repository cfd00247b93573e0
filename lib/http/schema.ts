import { z } from "zod";

/** The body of every answer that is not a success. */
export const errorBodySchema = z.object({
  error: z.object({
    code: z.string().describe("Stable, machine-readable name."),
    message: z.string().describe("A sentence for people."),
    details: z.unknown().optional().describe("What is wrong and where, when the input was at fault."),
  }),
});
export type ErrorBody = z.infer<typeof errorBodySchema>;

/** `details` of an error about input. */
export const faultsSchema = z.object({ faults: z.array(z.object({ path: z.string(), message: z.string() })) });
export type Fault = z.infer<typeof faultsSchema>["faults"][number];
